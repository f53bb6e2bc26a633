import * as vscode from 'vscode';
import { ExportCommand } from './export/exportCommand.js';
import { Highlighter } from './highlights/highlighter.js';
import { FindingHover, REPORT_LANGUAGES } from './highlights/hover.js';
import { Toggles } from './highlights/toggles.js';
import type { InspectionLensApi } from './api.js';
import { LexiconSource, readBuiltin } from './reports/lexiconSource.js';
import { ReportRule } from './reports/reportRule.js';
import { ReportStore } from './reports/reportStore.js';
import { ReviewedReports } from './reports/reviewedReports.js';
import { treatAsReport } from './reports/treatAsReport.js';
import { WhichFinding } from './reports/whichFinding.js';
import { FindingsView } from './sidebar/findingsView.js';
import { Navigation } from './sidebar/navigation.js';
import { Analyst } from './tagging/analyst.js';
import { askCorrection } from './tagging/askCorrection.js';
import { ChangeTagCommands } from './tagging/changeTagCommands.js';
import { CodebookFile } from './tagging/codebookFile.js';
import { CodebookCommands } from './tagging/codebookCommands.js';
import { CodebookView } from './tagging/codebookView.js';
import { EarlierTexts } from './tagging/earlierTexts.js';
import { type ExclusivelyOnDisk, setExclusivelyOnDisk } from './tagging/exclusively.js';
import { FollowReports } from './tagging/followReports.js';
import { Notes } from './tagging/notes.js';
import { openFiles } from './tagging/openFiles.js';
import { ReadCommands } from './tagging/readCommands.js';
import { ReportsView } from './tagging/reportsView.js';
import { ReviewCommands } from './tagging/reviewCommands.js';
import { SidecarPlace } from './tagging/sidecarPlace.js';
import { SidecarProblems } from './tagging/sidecarProblems.js';
import { SidecarWriter } from './tagging/sidecarWriter.js';
import { TagCommands } from './tagging/tagCommands.js';
import { TagHighlights } from './tagging/tagHighlights.js';
import { TagHover } from './tagging/tagHover.js';
import { TagPick } from './tagging/tagPick.js';
import { TagStore } from './tagging/tagStore.js';
import { TagsView } from './tagging/tagsView.js';
import { UndoTagChanges } from './tagging/undo.js';

/** Builds the parts and wires them; `onDisk` is what only a host that has Node brings along. */
export async function activate(
  context: vscode.ExtensionContext,
  onDisk?: ExclusivelyOnDisk,
): Promise<InspectionLensApi> {
  if (onDisk) setExclusivelyOnDisk(onDisk);
  const log = vscode.window.createOutputChannel('Inspection Lens', { log: true });
  const lexicon = new LexiconSource(await readBuiltin(context.extensionUri), log);
  const rule = new ReportRule(context.workspaceState);
  const reports = new ReportStore(lexicon.get, rule, log);

  const analyst = new Analyst(context.globalState);
  const writer = new SidecarWriter();
  const codebook = new CodebookFile(writer);
  const tags = new TagStore(lexicon.get, new SidecarPlace(analyst), writer, new EarlierTexts());
  const reviewed = new ReviewedReports(reports, tags);
  const codebookView = new CodebookView(tags, codebook);
  const toggles = new Toggles();
  const pick = new TagPick(context.workspaceState);
  const which = new WhichFinding(reports, tags, lexicon.get);

  context.subscriptions.push(
    ...[log, lexicon, rule, reports, codebook, tags, reviewed, toggles],
    new Highlighter(context.extensionUri, reviewed, toggles, lexicon.get),
    new TagHighlights(tags, codebook, toggles),
    vscode.languages.registerHoverProvider(REPORT_LANGUAGES, new FindingHover(reviewed, lexicon.get)),
    vscode.languages.registerHoverProvider(REPORT_LANGUAGES, new TagHover(tags)),
    new FindingsView(reviewed, lexicon.get),
    new TagsView(tags, codebook),
    codebookView,
    new CodebookCommands(tags, codebook, codebookView),
    new ReportsView(tags, rule, analyst, lexicon.get),
    new ReadCommands(tags, analyst),
    new FollowReports(writer, log),
    new Notes(tags),
    new SidecarProblems(tags),
    new Navigation(reviewed),
    new TagCommands(tags, reports, codebook, pick, analyst, which),
    new ChangeTagCommands(tags, codebook, pick),
    openFiles(tags, codebook),
    new ReviewCommands(which, tags, analyst, finding => askCorrection(finding, lexicon.get()), reviewed),
    new UndoTagChanges(writer, tags),
    new ExportCommand(reports, tags, rule, log),
    treatAsReport(rule, reports),
  );
  lexicon.onDidChange(() => {
    reports.readAnew();
  });
  void lexicon.load().then(() => reports.start());
  return {
    version: 1,
    getFindings: uri => reports.findings(uri),
    getTags: async uri => (await tags.get(uri)).tags,
    onDidChangeFindings: reports.onDidChangeFindings,
    onDidChangeTags: tags.onDidChange,
  };
}
