import * as vscode from 'vscode';
import { reportNameOf, sidecarNameOf } from '../../core/tagging/sidecar.js';
import { nameOf } from './sidecarFile.js';
import type { Analyst } from './analyst.js';

/** Which file holds the tags of a report: one for all analysts, or the analyst's own. */
export class SidecarPlace {
  constructor(private readonly analyst: Analyst) {}

  /** The sidecar that this analyst writes for a report. */
  of(report: vscode.Uri): vscode.Uri {
    const own = perAnalyst(report) ? this.analyst.name(report) : undefined;
    return vscode.Uri.joinPath(report, '..', sidecarNameOf(nameOf(report), own));
  }

  /** The report that a sidecar belongs to, or `undefined` where it is none, or another analyst's while coding is blind. */
  reportOf(sidecar: vscode.Uri): vscode.Uri | undefined {
    const name = nameOf(sidecar);
    if (!name.endsWith('.tags.yaml')) return undefined;
    const shared = vscode.Uri.joinPath(sidecar, '..', reportNameOf(name));
    for (const report of [shared, withoutAnalyst(shared)])
      if (this.of(report).path === sidecar.path) return report;
    return undefined;
  }
}

const perAnalyst = (report: vscode.Uri): boolean =>
  vscode.workspace.getConfiguration('inspectionLens', report).get<boolean>('sidecar.perAnalyst', false);

/** `report.txt.amara` without its last part. */
function withoutAnalyst(uri: vscode.Uri): vscode.Uri {
  const dot = uri.path.lastIndexOf('.');
  return dot > uri.path.lastIndexOf('/') ? uri.with({ path: uri.path.slice(0, dot) }) : uri;
}
