import ts from 'typescript';

// What a client program has in its code, found by walking from the program through everything that it uses: by symbol
// and not by file, so that a table of addresses counts with the entries that are used, and not as a whole.

/** What is written in the code that a program runs. */
export interface Written {
  /** Texts; what is filled into one is `{}`: `${baseUrl}/orders/${id}` is `{}/orders/{}`. */
  readonly texts: ReadonlySet<string>;
  /** Names of members, as set or read. */
  readonly members: ReadonlySet<string>;
}

interface Noted {
  readonly texts: Set<string>;
  readonly members: Set<string>;
  readonly seen: Set<ts.Node>;
}

/** Members of a program's entry that are no code of its: what it says of itself, and the screen before it. */
const NOT_RUN = new Set(['knows', 'arrive', 'notApplicable']);

export class ClientSources {
  readonly #checker: ts.TypeChecker;
  readonly #files: ReadonlyMap<string, ts.SourceFile>;

  /** @param texts the package's sources by their path below `src`: `scenarios/order-details.ts` */
  constructor(texts: Readonly<Record<string, string>>) {
    const files = new Map(
      Object.entries(texts).map(([path, text]) => [
        `/${path}`,
        ts.createSourceFile(`/${path}`, text, ts.ScriptTarget.Latest, true),
      ]),
    );
    this.#files = files;
    // Symbols alone: other packages and the language's own library would only cost time.
    const host: ts.CompilerHost = {
      getSourceFile: (name) => files.get(name),
      getDefaultLibFileName: () => '/lib.d.ts',
      writeFile: () => undefined,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      fileExists: (name) => files.has(name),
      readFile: (name) => files.get(name)?.text,
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => {
          const resolvedFileName = text.startsWith('.') ? new URL(text, `file://${from}`).pathname : '';
          const resolvedModule = files.has(resolvedFileName)
            ? { resolvedFileName, extension: ts.Extension.Ts, isExternalLibraryImport: false }
            : undefined;
          return { resolvedModule };
        }),
    };
    const options = { noLib: true, allowImportingTsExtensions: true, noEmit: true, module: ts.ModuleKind.ESNext };
    this.#checker = ts.createProgram([...files.keys()], options, host).getTypeChecker();
  }

  /** What is written in the code that runs below a member of the package's `entry`: `['scenarios', 'order-details']`. */
  writtenBelow(path: readonly string[]): Written {
    const index = this.#files.get('/index.ts');
    const symbol = index && this.#checker.getSymbolAtLocation(index);
    const exported = symbol && this.#checker.getExportsOfModule(symbol).find(({ name }) => name === 'entry');
    const [declaration] = (exported && this.#declarationsOf(exported)) ?? [];
    if (!declaration) throw new Error('The package exports no entry.');
    let node: ts.Node = declaration;
    for (const member of path) {
      const found = this.#memberOf(node, member);
      if (!found) throw new Error(`There is no ${member} on the way to ${path.join('.')}.`);
      node = found;
    }
    const texts = new Set<string>();
    const members = new Set<string>();
    this.#walk(node, { texts, members, seen: new Set() });
    return { texts, members };
  }

  /** A member of the object that an expression stands for. */
  #memberOf(node: ts.Node, name: string): ts.Node | undefined {
    const object = this.#valueOf(node);
    if (!ts.isObjectLiteralExpression(object)) return undefined;
    for (const property of object.properties) {
      if (property.name && textOf(property.name) === name) return property;
      const spread = ts.isSpreadAssignment(property) ? this.#memberOf(property.expression, name) : undefined;
      if (spread) return spread;
    }
    return undefined;
  }

  /** What a name, a declaration or a type assertion stands for, as far as that is written down in the sources. */
  #valueOf(node: ts.Node): ts.Node {
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
      return this.#valueOf(node.expression);
    }
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.initializer) {
      return this.#valueOf(node.initializer);
    }
    if (ts.isIdentifier(node) || ts.isShorthandPropertyAssignment(node)) {
      const [declaration] = this.#declared(node);
      if (declaration && declaration !== node) return this.#valueOf(declaration);
    }
    return node;
  }

  /** Where a name was declared in these sources; nowhere, for what comes from other packages. */
  #declared(name: ts.Node): readonly ts.Node[] {
    const symbol = ts.isShorthandPropertyAssignment(name)
      ? this.#checker.getShorthandAssignmentValueSymbol(name)
      : this.#checker.getSymbolAtLocation(name);
    return symbol ? this.#declarationsOf(symbol) : [];
  }

  #declarationsOf(symbol: ts.Symbol): readonly ts.Node[] {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const declarations = (isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol).declarations ?? [];
    return declarations.filter((declaration) => !ts.isImportSpecifier(declaration) && !isType(declaration));
  }

  #walk(node: ts.Node, noted: Noted): void {
    if (noted.seen.has(node) || isType(node)) return;
    noted.seen.add(node);
    const walk = (next: ts.Node): void => this.#walk(next, noted);
    if (ts.isObjectLiteralElement(node) && node.name && NOT_RUN.has(textOf(node.name))) return;

    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) noted.texts.add(node.text);
    if (ts.isTemplateExpression(node)) {
      noted.texts.add(node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join(''));
    }
    if (ts.isObjectLiteralElement(node) && node.name) noted.members.add(textOf(node.name));
    if (ts.isShorthandPropertyAssignment(node)) this.#declared(node).forEach(walk);
    if (ts.isPropertyAccessExpression(node)) {
      noted.members.add(node.name.text);
      const declared = this.#declared(node.name);
      declared.forEach(walk);
      // Of `resources.order` only that entry is used.
      if (declared.length > 0 && ts.isIdentifier(node.expression)) return;
      return walk(node.expression);
    }
    if (ts.isBindingElement(node)) return this.#walkBinding(node, noted);
    if (ts.isNewExpression(node)) {
      // Of a class, what runs when one is made; its methods, when they are called.
      for (const declared of ts.isIdentifier(node.expression) ? this.#declared(node.expression) : [node.expression]) {
        if (ts.isClassDeclaration(declared)) declared.members.filter(runsWhenMade).forEach(walk);
        else walk(declared);
      }
      return node.arguments?.forEach(walk);
    }
    if (ts.isIdentifier(node)) return this.#declared(node).forEach(walk);
    ts.forEachChild(node, walk);
  }

  /** Of `const { order } = resources` only that entry is used. */
  #walkBinding(node: ts.BindingElement, noted: Noted): void {
    const walk = (next: ts.Node): void => this.#walk(next, noted);
    const name = node.propertyName ?? node.name;
    if (!ts.isIdentifier(name)) return ts.forEachChild(node, walk);
    noted.members.add(name.text);
    if (node.initializer) walk(node.initializer);
    if (!ts.isIdentifier(node.name)) walk(node.name);
    const of = node.parent.parent;
    if (!ts.isVariableDeclaration(of) || !of.initializer) return;
    const entry = this.#memberOf(of.initializer, name.text);
    walk(entry ?? of.initializer);
  }
}

function runsWhenMade(member: ts.ClassElement): boolean {
  return ts.isConstructorDeclaration(member) || ts.isPropertyDeclaration(member);
}

function isType(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function textOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}
