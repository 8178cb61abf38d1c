/** Reads the source of the house: which files there are, what they import, and what layer and floor they are of. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a file may import follows from its ending, or from its folder. */
export type Layer = "pure" | "doc" | "desk" | "view" | "route" | "frame" | "process" | "test";

export interface SourceFile {
  /** From the project's folder, with "/": "app/voting/tally.ts". */
  readonly path: string;
  readonly text: string;
  readonly layer: Layer;
  readonly imports: readonly Import[];
  readonly tree: ts.SourceFile;
}

export interface Import {
  /** As written: "#app/voting/tally.ts". */
  readonly written: string;
  /** The file meant, from the project's folder; the name of the package for packages. */
  readonly target: string;
  readonly inHouse: boolean;
  /** `import type …`: gone before anything runs. */
  readonly typeOnly: boolean;
}

/** Files of app/ that frame all pages, and may bring any of them together as routes do. */
const FRAME = ["app/root.tsx", "app/entry.client.tsx", "app/entry.server.tsx", "app/routes.ts"];

/** All TypeScript of these folders. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders.flatMap(filesIn).filter((file) => /\.(ts|tsx|mjs)$/.test(file)).map(readSource);
}

/** Every file below a folder, from the project's folder; generated ones left out. */
export function filesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .filter((file) => !file.startsWith("prisma/generated/"));
}

export function layerOf(file: string): Layer {
  const name = path.posix.basename(file);
  if (/\.test\.tsx?$/.test(name) || name.startsWith("testing.")) return "test";
  if (file.startsWith("server/")) return "process";
  if (FRAME.includes(file)) return "frame";
  if (file.startsWith("app/routes/")) return "route";
  if (/\.server\.tsx?$/.test(name)) return "desk";
  if (name.endsWith(".doc.ts")) return "doc";
  return name.endsWith(".tsx") || name.startsWith("use-") ? "view" : "pure";
}

/** The feature of a file of app/: "voting" for app/voting/tally.ts; empty for files of app/ itself. */
export function featureOf(file: string): string {
  const [, feature = "", rest] = file.split("/");
  return rest ? feature : "";
}

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  return { path: file, text, layer: layerOf(file), imports: importsOf(tree, file), tree };
}

function importsOf(tree: ts.SourceFile, file: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const written = specifierOf(node);
    if (written) found.push({ written, ...targetOf(written, file), typeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `import … from "x"`, `export … from "x"`, `import("x")`, and `import("x").Type`. */
function specifierOf(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) return node.moduleSpecifier.text;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0] && ts.isStringLiteral(node.arguments[0])) return node.arguments[0].text;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) return node.argument.literal.text;
  return null;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ?? false;
  return ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly);
}

function targetOf(written: string, from: string): Pick<Import, "target" | "inHouse"> {
  const bare = written.replace(/\?.*$/, "");
  if (bare.startsWith(".")) return { target: path.posix.join(path.posix.dirname(from), bare), inHouse: true };
  if (/^#(app|server|tests)\//.test(bare)) return { target: bare.slice(1), inHouse: true };
  return { target: bare.startsWith("#prisma/") ? "#prisma" : bare, inHouse: false };
}

/** Lines between the braces of an exported function, without blank ones and comments; null when there is none. */
export function bodyLines({ tree }: SourceFile, name: string): number | null {
  for (const statement of tree.statements) {
    const body = exportedBody(statement, name);
    if (body) return countLines(body.getText(tree).slice(1, -1));
  }
  return null;
}

function exportedBody(statement: ts.Statement, name: string): ts.Node | null {
  if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement.body ?? null;
  if (!ts.isVariableStatement(statement)) return null;
  const [declared] = statement.declarationList.declarations;
  if (!declared?.initializer || !ts.isIdentifier(declared.name) || declared.name.text !== name) return null;
  return ts.isArrowFunction(declared.initializer) ? declared.initializer.body : null;
}

/** Lines that say something. */
export function countLines(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(\/\/|\/?\*)/.test(line)).length;
}
