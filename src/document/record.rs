//! Definitions that give a type, its reading and its schema at once, so that
//! the three cannot disagree.

/// Defines an object of the document. After the struct, `check = path, (fields);`
/// names a further look at some fields, which runs also when others are wrong,
/// and `extra = "key";` a text that is passed over.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty,)*
        }
        $(check = $check:path, ($($checked:ident),+);)*
        $(extra = $extra:literal;)?
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $field_doc])* pub $field: $type,)*
        }

        impl $crate::document::Decode for $name {
            const SHAPE: $crate::document::Shape =
                $crate::document::Shape::Object(&<Self as $crate::document::Record>::OBJECT);

            #[inline(never)]
            fn take(node: &$crate::document::Node) -> Self {
                Self {
                    $($field: node.take(stringify!($field)),)*
                }
            }
        }

        impl $crate::document::Record for $name {
            const OBJECT: $crate::document::Object = $crate::document::Object {
                fields: &[
                    $((
                        stringify!($field),
                        &<$type as $crate::document::Decode>::SHAPE,
                    ),)*
                    $((
                        $extra,
                        &<Option<$crate::document::Text> as $crate::document::Decode>::SHAPE,
                    ),)?
                ],
                rules: &[$($crate::document::Rule {
                    fields: &[$(stringify!($checked)),+],
                    look: |node, reader| {
                        let taken = <Self as $crate::document::Decode>::take(node);
                        $check($(&taken.$checked,)+ reader);
                    },
                },)*],
            };
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut object = $crate::document::schema::ObjectSchema::new(concat!($($doc,)*));
                $(object.property::<$type>(
                    generator,
                    stringify!($field),
                    concat!($($field_doc,)*),
                );)*
                $(object.property::<Option<$crate::document::Text>>(
                    generator,
                    $extra,
                    "The address of this schema, for editors.",
                );)?
                object.finish()
            }
        }
    };
}

/// Defines a set of words of which a document uses one.
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $($(#[doc = $variant_doc:literal])* $variant:ident = $word:literal,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[doc = $variant_doc])* $variant,)*
        }

        impl $name {
            /// The word as the document writes it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::document::Decode for $name {
            const SHAPE: $crate::document::Shape = $crate::document::Shape::Words(&[$($word),*]);

            fn take(node: &$crate::document::Node) -> Self {
                let words = [$($word),*];
                let values = [$(Self::$variant),*];
                let found = node.text().and_then(|text| words.iter().position(|word| *word == text));
                values[found.unwrap_or(0)]
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "enum": [$($word),*] })
            }
        }
    };
}
