use crate::document::Text;

record! {
    /// A number of people with what kind of number it is; kinds are never
    /// added up or drawn on one scale.
    pub struct Count {
        /// What kind of number it is.
        pub kind: CountKind,
        /// How many.
        pub value: u32,
        /// Whom it counts.
        pub label: Text,
        /// What else the reader should know about it.
        pub note: Option<Text>,
    }
}

choice! {
    /// What a number of people says.
    pub enum CountKind {
        /// The strength when the source was published.
        Current = "current",
        /// The most that is authorised.
        Ceiling = "ceiling",
        /// A strength that was kept up over a time.
        Constant = "constant",
        /// All who took part over a time.
        Total = "total",
    }
}
