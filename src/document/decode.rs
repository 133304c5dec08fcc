use super::node::Node;
use super::shape::Shape;

/// A type that can be read from a document: what may be written for it, and its value.
pub trait Decode: Sized {
    /// What a document may write.
    const SHAPE: Shape;

    /// The value of a node of this shape; `null` stands for what is missing. Of
    /// a node that has another shape an empty or first value is taken: whoever
    /// cannot trust a document has its shape looked at before.
    fn take(node: &Node) -> Self;
}

impl<T: Decode> Decode for Option<T> {
    const SHAPE: Shape = Shape::Optional(&T::SHAPE);

    fn take(node: &Node) -> Self {
        match node {
            Node::Null => None,
            node => Some(T::take(node)),
        }
    }
}

/// A list; a missing one is empty.
impl<T: Decode> Decode for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn take(node: &Node) -> Self {
        node.list().iter().map(T::take).collect()
    }
}

impl Decode for bool {
    const SHAPE: Shape =
        Shape::Value { is_valid: |node| matches!(node, Node::Bool(_)), expected: "true or false" };

    fn take(node: &Node) -> Self {
        *node == Node::Bool(true)
    }
}

impl Decode for u32 {
    const SHAPE: Shape = Shape::Other(|node, reader| {
        let most = f64::from(u32::MAX);
        match node {
            Node::Number(value) if *value >= 0.0 && *value <= most && value.trunc() == *value => {
                return true;
            }
            Node::Number(value) if *value > most => {
                reader.expected(format!("a whole number, at most {}", u32::MAX));
            }
            _ => reader.expected("a whole number, 0 or more, without quotation marks"),
        }
        false
    });

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as its shape")]
    fn take(node: &Node) -> Self {
        if let Node::Number(value) = node { *value as u32 } else { 0 }
    }
}
