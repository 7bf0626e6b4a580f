internal import ArgumentParser
internal import Households
internal import Surveys

/// Where households are drawn from.
struct SurveySource {
  /// The survey file; nil for the published margins.
  let path: String?

  /// What is recorded of it.
  var name: String { path.map(FileList.name(of:)) ?? "published margins" }

  /// The rows; problems are printed.
  func households(console: Console) throws -> [SurveyHousehold] {
    guard let path else { return PublishedMargins.households() }
    do {
      return try SurveyFile.read(path: path)
    } catch {
      console.diagnose(error.rendered(color: console.colorsErrors))
      throw ExitCode.badInput
    }
  }
}
