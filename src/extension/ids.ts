/** Names that the manifest, users' key bindings and scripts rely on. */
export const Command = {
  tagSelection: 'inspectionLens.tagSelection',
  tagAgain: 'inspectionLens.tagAgain',
  tagFinding: 'inspectionLens.tagFinding',
  editTag: 'inspectionLens.editTag',
  removeTag: 'inspectionLens.removeTag',
  reattachTag: 'inspectionLens.reattachTag',
  acceptSuggestion: 'inspectionLens.acceptSuggestion',
  undoTagChange: 'inspectionLens.undoTagChange',
  redoTagChange: 'inspectionLens.redoTagChange',
  confirmFinding: 'inspectionLens.confirmFinding',
  dismissFinding: 'inspectionLens.dismissFinding',
  correctFinding: 'inspectionLens.correctFinding',
  toggleDismissed: 'inspectionLens.toggleDismissed',
  nextFinding: 'inspectionLens.nextFinding',
  previousFinding: 'inspectionLens.previousFinding',
  exportAnnotations: 'inspectionLens.exportAnnotations',
  toggleJudgements: 'inspectionLens.toggleJudgements',
  togglePercentages: 'inspectionLens.togglePercentages',
  toggleThemes: 'inspectionLens.toggleThemes',
  toggleTags: 'inspectionLens.toggleTags',
  treatAsReport: 'inspectionLens.treatAsReport',
  openSidecar: 'inspectionLens.openSidecar',
  openCodebook: 'inspectionLens.openCodebook',
  reveal: 'inspectionLens.reveal',
  tagSimilar: 'inspectionLens.tagSimilar',
  extendPassage: 'inspectionLens.extendPassage',
  shrinkPassage: 'inspectionLens.shrinkPassage',
  markPassageRead: 'inspectionLens.markPassageRead',
  markReportRead: 'inspectionLens.markReportRead',
  markUnread: 'inspectionLens.markUnread',
  saveNote: 'inspectionLens.saveNote',
  editNote: 'inspectionLens.editNote',
  removeNote: 'inspectionLens.removeNote',
  addCodebookTag: 'inspectionLens.addCodebookTag',
  renameCodebookTag: 'inspectionLens.renameCodebookTag',
  mergeCodebookTag: 'inspectionLens.mergeCodebookTag',
  recolourCodebookTag: 'inspectionLens.recolourCodebookTag',
  describeCodebookTag: 'inspectionLens.describeCodebookTag',
} as const;

export const View = {
  findings: 'inspectionLens.findings',
  tags: 'inspectionLens.tags',
  reports: 'inspectionLens.reports',
  codebook: 'inspectionLens.codebook',
} as const;

/** Context keys for `when` clauses of the manifest. */
export const Context = {
  isReport: 'inspectionLens.isReport',
  hasFindings: 'inspectionLens.hasFindings',
} as const;
