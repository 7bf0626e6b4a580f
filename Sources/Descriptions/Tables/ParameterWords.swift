internal import Households

/// What is known of parameters by their full paths.
enum ParameterWords {
  /// What stands before the path of a parameter.
  static let prefix = "parameters."

  /// One sentence on what a parameter does; empty for other paths.
  static func summary(of path: String) -> String { summaries[path] ?? "" }

  private static let summaries = Dictionary(
    uniqueKeysWithValues: Parameters.catalogue.map { (prefix + $0.path, $0.summary) })
}
