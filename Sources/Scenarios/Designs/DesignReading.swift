import Designs
import Households

/// Puts a design together: its own values, its scenarios, and what varies in them.
struct DesignReading {
  let file: CheckedFile
  let overrides: [ScenarioOverride]
  var reporter: Reporter

  private var checked: CheckedRecord { file.values }

  /// The design with its scenarios.
  /// - Throws: `ScenarioError` with all problems.
  mutating func loaded(
    kept: [[ScenarioSource]]?, purpose: DesignPurpose?, standardMeasures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    let method = DesignMethod.read(checked, node: file.root["method"], purpose: purpose, to: &reporter)
    let stated = StatedVariable.list(checked, to: &reporter)
    let settings = DesignSetting.list(file.root["set"], to: &reporter)
    let laid = settings.map(\.override) + overrides
    let read = readScenarios(kept: kept, laid)
    let (layers, scenarios) = (read.map(\.layers), read.map(\.loaded))
    guard !read.isEmpty, read.count == checked["scenarios"]?.list?.count else { throw reporter.error }
    DesignSetting.reportUnused(settings, in: read, to: &reporter)

    var lookup = VariableLookup(layers: layers, scenarios: scenarios, laid: laid, reporter: reporter)
    let found = lookup.find(stated)
    lookup.checkEnds(of: found)
    reporter = lookup.reporter
    guard let method, let name = checked["name"]?.text, let resamples = checked["resamples"]?.whole else {
      throw reporter.error
    }
    let design = Design(
      name: name, scenarios: texts("scenarios"), settings: settings.map(\.setting),
      measures: checked["measures"].map { _ in texts("measures") } ?? standardMeasures, method: method,
      variables: found.map(\.variable), resamples: resamples)
    if found.count == stated.count { report(design.problems, found) }
    guard !reporter.hasErrors else { throw reporter.error }

    let points = PointSet(design, seed: scenarios[0].scenario.seed)
    lookup.reporter = reporter
    lookup.checkExtremes(of: found, points: points)
    guard !lookup.reporter.hasErrors else { throw lookup.reporter.error }
    return LoadedDesign(
      design: design, points: points, scenarios: scenarios, units: found.map(\.unit), bases: found.map(\.basis),
      source: file.source, overrides: overrides, warnings: lookup.reporter.sorted(), layers: layers, laid: laid,
      sites: found.map(\.stated.distributionSite))
  }

  // MARK: - Scenarios

  /// The scenarios as they stand, without the variables; those that cannot be used are reported and left out.
  private mutating func readScenarios(kept: [[ScenarioSource]]?, _ laid: [ScenarioOverride]) -> [DesignScenario] {
    let entries = checked["scenarios"]?.list ?? []
    var paths: [String] = []
    var scenarios: [DesignScenario] = []
    for (index, entry) in entries.enumerated() {
      let path = LayerReader.resolve(entry.text ?? "", besides: file.source.path)
      let earlier = paths.firstIndex(of: path)
      if let earlier {
        reporter.report(.duplicateName(path, firstOrigin: entries[earlier].site.origin), at: entry.site, "scenarios")
      }
      paths.append(path)
      let texts = kept.map { $0.indices.contains(index) ? $0[index] : [] }
      guard
        let scenario = DesignScenario.read(
          path, at: entry.site, key: "scenarios", of: file.source, kept: texts, laid, to: &reporter)
      else { continue }
      let name = scenario.loaded.scenario.name
      if earlier == nil, scenarios.contains(where: { $0.loaded.scenario.name == name }) {
        reporter.report(.sameScenarioName(name), at: entry.site, "scenarios")
      }
      scenarios.append(scenario)
    }
    return scenarios
  }

  // MARK: - Parts

  /// Reports what keeps a design whose keys are all right from having points.
  private mutating func report(_ problems: [Design.Problem], _ found: [VariableLookup.Found]) {
    for problem in problems {
      switch problem {
      case .tooFewValues(let index, let minimum):
        let stated = found[index].stated
        reporter.report(
          .needsRange(reason: "this method needs at least \(minimum) values of it"), at: stated.distributionSite,
          stated.keyPath)
      case .distribution(let index, let problem):
        let stated = found[index].stated
        reporter.report(.impossibleDistribution("\(problem)"), at: stated.distributionSite, stated.keyPath)
      case .noVariables, .negativeResamples, .tooFewPoints, .tooFewLevels, .lowOutsideRange:
        // The schema has reported these.
        continue
      case .tooManyVariables, .tooManyPoints, .oddLevels:
        guard let record = checked["method"]?.record, let (key, value) = record.values.first else { continue }
        reporter.report(.impossibleMethod(problem.words), at: value.site, record.path(of: key))
      }
    }
  }

  private func texts(_ key: String) -> [String] {
    (checked[key]?.list ?? []).compactMap(\.text)
  }
}

extension Design.Problem {
  /// What a method has too much of.
  fileprivate var words: String {
    switch self {
    case .tooManyVariables(let maximum): "has room for \(maximum) variables"
    case .tooManyPoints(let maximum): "makes more than \(maximum) points; use fewer levels, values or points"
    default: "needs an even number of levels, or some would be likelier than others"
    }
  }
}
