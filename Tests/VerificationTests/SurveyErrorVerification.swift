import Foundation
import Randomness
import Statistics
import Surveys
import Testing

/// Standard errors by linearisation against a thousand resamples of the real survey.
@Suite("Errors of survey measures", .enabled(if: Verification.isWanted, Verification.reason))
struct SurveyErrorVerification {
  static let survey =
    ProcessInfo.processInfo.environment["UNTRAP_HIES"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/hies_2015_16_households.csv").standardizedFileURL.path

  @Test(
    "every measure, for all and by province",
    .enabled(
      if: FileManager.default.fileExists(atPath: survey),
      "needs the survey of 2015-16; UNTRAP_HIES says where it is"))
  func agreement() throws {
    let resamples = 1000
    let file = try SampleFile(SurveyFile.contents(path: Self.survey), path: Self.survey, labels: ["province"])
    let rule = DeprivationRule(weights: file.indicators.map { _ in 1 }, cutoff: 1.0 / 3)
    let sample = file.samples(line: 3250.28, indicators: file.indicators, rule: rule)[0]
    let analysis = SurveyAnalysis(
      sample: sample.sample,
      measures: SurveyMeasure.ofWelfare + SurveyMeasure.ofDeprivation(indicatorCount: file.indicators.count),
      partitions: sample.groupings.map(\.partition))
    let bootstrap = RescaledBootstrap(
      design: sample.sample.design, resamples: resamples, stream: RandomStream(seed: 1, replication: 0))
    for finding in analysis.findings(bootstrap: bootstrap) {
      guard let estimate = finding.estimate else { continue }
      let ratio = finding.bootstrapError / estimate.standardError
      print(finding.subject, finding.measure, ratio)
      // A standard deviation of normal values has the relative error 1 / sqrt(2 resamples).
      #expect((ratio - 1).magnitude < 4 / Double(2 * resamples).squareRoot(), "\(finding.measure): \(ratio)")
    }
  }
}
