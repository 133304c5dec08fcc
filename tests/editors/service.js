// What Visual Studio Code does with a schema: its language service, given documents as text.

import { readFileSync } from 'node:fs';
import service from 'vscode-json-languageservice';

export const root = new URL('../../', import.meta.url);

/** A file of this repository. */
export const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** The language service for a published schema. */
export function editor(name) {
	const uri = `https://partner-profile.example/${name}`;
	const language = service.getLanguageService({
		// What a document names as its schema.
		schemaRequestService: async () => read(`public/${name}`),
		workspaceContext: { resolveRelativePath: (path, base) => new URL(path, base).href },
	});
	language.configure({
		validate: true,
		schemas: [{ uri, fileMatch: ['*.json'], schema: JSON.parse(read(`public/${name}`)) }],
	});
	const parse = (text) => {
		const document = service.TextDocument.create('file:///public/profiles/a.json', 'json', 1, text);
		return [document, language.parseJSONDocument(document)];
	};
	const position = (document, text, place) => {
		const at = text.indexOf(place);
		if (at < 0) throw new Error(`${place} is not in the document`);
		return document.positionAt(at + Math.floor(place.length / 2));
	};
	return {
		/** What is underlined, with its messages. */
		async problems(text) {
			const [document, tree] = parse(text);
			const problems = await language.doValidation(document, tree);
			return problems.map(({ message, range }) => `${document.getText(range)}: ${message}`);
		},
		/** What the pointer over a piece of the text shows. */
		async hover(text, place) {
			const [document, tree] = parse(text);
			const hover = await language.doHover(document, position(document, text, place), tree);
			return [hover?.contents ?? []].flat().map((part) => part.value ?? part).join('\n');
		},
		/** What is offered at `|`: labels and their words. */
		async completions(marked) {
			const at = marked.indexOf('|');
			const text = marked.replace('|', '');
			const [document, tree] = parse(text);
			const { items } = await language.doComplete(document, document.positionAt(at), tree);
			return Object.fromEntries(
				items.map(({ label, documentation }) => [label, documentation?.value ?? documentation ?? '']),
			);
		},
	};
}
