export function activate(): void {
  // Wired up as the rooms come.
}
