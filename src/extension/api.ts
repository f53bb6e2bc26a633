import type { Event, Uri } from 'vscode';
import type { Finding } from '../core/extraction/finding.js';
import type { AnchoredTag } from '../core/tagging/tag.js';

/** What other extensions get from this one’s `activate`. */
export interface InspectionLensApi {
  readonly version: 1;
  /** Findings of a report, open or not, in text order; positions in the text with LF line ends. */
  getFindings(uri: Uri): Promise<readonly Finding[]>;
  /** The tags of a report’s sidecar with where they stand now. */
  getTags(uri: Uri): Promise<readonly AnchoredTag[]>;
  readonly onDidChangeFindings: Event<Uri>;
  readonly onDidChangeTags: Event<Uri>;
}
