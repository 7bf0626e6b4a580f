internal import ArgumentParser
internal import Foundation
internal import Households
internal import Notation
internal import Randomness
internal import Reporting
internal import Statistics
internal import Surveys

/// A call of `measure`: from a file of households to tables.
struct Measurement {
  let call: MeasureCommand
  let console: Console
  private let stopwatch = Stopwatch()

  private var path: String { call.file }
  private var line: Double? { call.line }
  private var by: [String] { call.by?.names ?? [] }
  private var bootstrap: MeasurementRecord.Bootstrap? {
    call.bootstrap.map { .init(resamples: $0, seed: UInt64(call.seed)) }
  }

  /// Groups that a column may make.
  private static let levelsAtMost = 100
  /// The official poverty line of 2015-16, PKR a month per adult equivalent (Planning Commission of Pakistan).
  private static let officialLine = 3250.28

  func run() throws {
    let (file, input) = try read()
    let isMicrodata = file.form == .microdata
    if isMicrodata, let line {
      throw console.refusal(
        "--line \(line): welfare in \(path) is over the poverty line of its run already", .validationFailure)
    }
    let chosen = try choose(from: file)
    let rule = DeprivationRule(weights: chosen.map(\.weight), cutoff: call.cutoff ?? (isMicrodata ? 0.5 : 1.0 / 3))
    let samples = file.samples(
      line: isMicrodata ? 1 : line ?? Self.officialLine, indicators: chosen.map(\.indicator), rule: rule)
    try checkLevels(samples)
    let directory = try call.out.map { out in
      try Destination(path: out, replacesEarlier: call.force, sources: [path]).begin(console)
    }
    let terms = SampleTerms(
      indicators: chosen.map { .init(name: $0.indicator.name, meaning: $0.indicator.meaning, weight: $0.weight) })
    guard let directory else { return show(measure(samples, terms: terms), terms: terms, file: file) }
    try Departure(directory: directory, keepsProgress: false).guarding(console) {
      let measured = measure(samples, terms: terms)
      let measurement = MeasurementRecord(
        data: isMicrodata ? .microdata : .survey, line: isMicrodata ? nil : line ?? Self.officialLine, by: by,
        indicators: terms.indicators, cutoff: rule.cutoff, bootstrap: bootstrap)
      var record = RunRecord(command: "measure", kind: .measurement(measurement), inputs: [FileRecord(input)])
      record.warnings = warnings(file, measured)
      let outputs = try MeasurementWriter.write(
        measured, into: directory, terms: terms, of: measurement, record: record
      ) {
        ExecutionRecord(
          arguments: CommandLine.arguments,
          operatingSystem: ProcessInfo.processInfo.operatingSystemVersionString, started: stopwatch.started,
          seconds: stopwatch.seconds)
      }
      try directory.publish()
      show(measured, terms: terms, file: file)
      console.print("Results: \(Console.visible(line: directory.path)) (\(outputs.count) files)\n")
    }
  }

  // MARK: - What is measured

  /// The file, and the digest of the bytes that were read.
  private func read() throws -> (file: SampleFile, input: FileDigest) {
    try console.reporting {
      let contents = try SurveyFile.contents(path: path)
      let file = try SampleFile(contents, path: path, labels: by)
      return (file, FileDigest(name: FileList.name(of: path), contents: contents))
    }
  }

  /// The indicators that the call names, or the usual ones, with their weights.
  private func choose(from file: SampleFile) throws -> [(indicator: SampleIndicator, weight: Double)] {
    guard let indicators = call.indicators else { return file.indicators.filter(\.isUsual).map { ($0, 1) } }
    let known = file.indicators.map(\.name)
    return try indicators.entries.map { name, weight in
      guard let indicator = file.indicators.first(where: { $0.name == name }) else {
        throw console.refusal(
          "--indicators: \(path) tells of \(known.joined(separator: ", ")), not of '\(name)'"
            + Spelling.question(after: name, among: known), .validationFailure)
      }
      return (indicator, weight)
    }
  }

  private func checkLevels(_ samples: [MeasurableSample]) throws {
    for grouping in samples.flatMap(\.groupings) where grouping.levels.count > Self.levelsAtMost {
      throw console.refusal(
        "--by \(grouping.column): it has \(grouping.levels.count) values; name a column of at most \(Self.levelsAtMost)",
        .validationFailure)
    }
  }

  private func measure(_ samples: [MeasurableSample], terms: SampleTerms) -> [SampleMeasures] {
    samples.enumerated().map { index, sample in
      let design = sample.sample.design
      let analysis = SurveyAnalysis(
        sample: sample.sample, measures: terms.measures, partitions: sample.groupings.map(\.partition))
      let resampling = bootstrap.map {
        RescaledBootstrap(
          design: design, resamples: $0.resamples, stream: RandomStream(seed: $0.seed, replication: UInt32(index)))
      }
      return SampleMeasures(
        run: sample.run.map { ($0.scenario, $0.replication, $0.quarter) }, design: design,
        groupings: sample.groupings.map { ($0.column, $0.levels) },
        findings: analysis.findings(bootstrap: resampling))
    }
  }

  // MARK: - What comes of it

  private func show(_ measured: [SampleMeasures], terms: SampleTerms, file: SampleFile) {
    let name = FileList.name(of: path)
    let subject =
      file.form == .microdata
      ? name : "\(name), poverty line PKR \(NumberText.text(line ?? Self.officialLine)) a month per adult equivalent"
    console.print(
      MeasuresReport(
        samples: measured, terms: terms, subject: subject, hasBootstrap: bootstrap != nil,
        isColored: console.colorsOutput
      ).text)
    for warning in warnings(file, measured) { console.warn(warning) }
  }

  private func warnings(_ file: SampleFile, _ measured: [SampleMeasures]) -> [Warning] {
    MeasurementWarnings.list(file.form, measured, path: FileList.name(of: path))
  }
}
