/**
 * A lint rule: the length of a function without the functions inside it. A maker that returns ten small
 * functions is not long; one with a long body of its own is.
 * @type {import("eslint").Rule.RuleModule}
 */
export const ownLines = {
  meta: {
    type: "suggestion",
    schema: [{ type: "integer", minimum: 1 }],
    messages: { long: "This function has {{count}} lines of its own, and {{max}} is the most one can keep in mind: make parts of it functions with names." },
  },
  create(context) {
    const max = context.options[0];
    const code = context.sourceCode.getText().split("\n");
    /** Lines of each function that encloses where we are, innermost last. */
    const inner = /** @type {number[]} */ ([]);
    const enter = () => void inner.push(0);
    /** @param {import("eslint").Rule.Node} node */
    const leave = (node) => {
      const { start, end } = node.loc ?? { start: { line: 0 }, end: { line: 0 } };
      const all = code.slice(start.line - 1, end.line).filter((line) => line.trim() !== "" && !/^\s*(\/\/|\/?\*)/.test(line)).length;
      const count = all - (inner.pop() ?? 0);
      if (inner.length > 0 && all > 1) inner[inner.length - 1] = (inner.at(-1) ?? 0) + all;
      if (count > max) context.report({ node, messageId: "long", data: { count: String(count), max: String(max) } });
    };
    const functions = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
    return Object.fromEntries(functions.flatMap((name) => [[name, enter], [`${name}:exit`, leave]]));
  },
};
