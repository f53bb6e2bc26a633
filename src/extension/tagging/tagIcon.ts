import * as vscode from 'vscode';

/** The icon of a tag, in its colour: a theme colour's id, or `#rrggbb`, which an icon font cannot have. */
export function tagIcon(colour: string | undefined): vscode.ThemeIcon | vscode.Uri {
  if (colour === undefined) return new vscode.ThemeIcon('tag');
  if (!colour.startsWith('#')) return new vscode.ThemeIcon('tag', new vscode.ThemeColor(colour));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="none" stroke="${colour}"><path d="M8 2.5h5.5V8l-6 6L2 8.5z" stroke-linejoin="round"/><circle cx="10.5" cy="5.5" r=".8"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
