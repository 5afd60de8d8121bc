//! What a sentence makes use of: values, other sentences, functions.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// One thing a sentence makes use of.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Use<'a> {
    /// `{ $name }`
    Value(&'a str),
    /// `{ key }`
    Sentence(&'a str),
    /// `{ -key }`
    Term(&'a str),
    /// `{ NAME() }`
    Function(&'a str),
}

/// Everything that `pattern` makes use of, in order.
pub(super) fn uses<'a>(pattern: &Pattern<&'a str>) -> Vec<Use<'a>> {
    pattern
        .elements
        .iter()
        .flat_map(|element| match element {
            PatternElement::TextElement { .. } => Vec::new(),
            PatternElement::Placeable { expression } => of_expression(expression),
        })
        .collect()
}

fn of_expression<'a>(expression: &Expression<&'a str>) -> Vec<Use<'a>> {
    match expression {
        Expression::Inline(inline) => of_inline(inline),
        Expression::Select { selector, variants } => {
            let mut found = of_inline(selector);
            found.extend(variants.iter().flat_map(|variant| uses(&variant.value)));
            found
        }
    }
}

fn of_inline<'a>(inline: &InlineExpression<&'a str>) -> Vec<Use<'a>> {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Vec::new(),
        InlineExpression::VariableReference { id } => vec![Use::Value(id.name)],
        InlineExpression::MessageReference { id, .. } => vec![Use::Sentence(id.name)],
        InlineExpression::TermReference { id, .. } => vec![Use::Term(id.name)],
        InlineExpression::FunctionReference { id, .. } => vec![Use::Function(id.name)],
        InlineExpression::Placeable { expression } => of_expression(expression),
    }
}
