internal import ArgumentParser

extension CompletionKind {
  /// Files of scenarios, designs and portfolios.
  static let scenarioFiles = CompletionKind.file(extensions: ["yaml", "yml"])
  /// Surveys and tables of results.
  static let tables = CompletionKind.file(extensions: ["csv"])
}
