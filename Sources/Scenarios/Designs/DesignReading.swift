import Designs
import Households

/// Puts a design together: its own values, its scenarios, and what varies in them.
struct DesignReading {
  /// The design's file.
  let source: ScenarioSource
  /// The file's keys as they stand.
  let root: ScenarioNode
  /// The file's keys as they were checked.
  let checked: CheckedRecord
  /// Values of the command line.
  let overrides: [ScenarioOverride]
  /// Where problems go.
  var reporter: Reporter

  /// The design with its scenarios.
  /// - Throws: `ScenarioError` with all problems.
  mutating func loaded(
    kept: [[ScenarioSource]]?, purpose: DesignPurpose?, standardMeasures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    let method = DesignMethod.read(checked, node: root["method"], purpose: purpose, to: &reporter)
    let stated = StatedVariable.list(checked, to: &reporter)
    let settings = settings()
    let laid = settings.map(\.override) + overrides
    let read = readScenarios(kept: kept, laid)
    let (layers, scenarios) = (read.map(\.layers), read.map(\.loaded))
    guard !read.isEmpty, read.count == checked["scenarios"]?.list?.count else {
      throw ScenarioError(diagnostics: reporter.sorted())
    }
    reportUnused(settings, layers, scenarios)

    var lookup = VariableLookup(layers: layers, scenarios: scenarios, laid: laid, reporter: reporter)
    let found = lookup.find(stated)
    lookup.checkEnds(of: found)
    reporter = lookup.reporter
    guard let method, let name = checked["name"]?.text, let resamples = checked["resamples"]?.whole else {
      throw ScenarioError(diagnostics: reporter.sorted())
    }
    let design = Design(
      name: name, scenarios: texts("scenarios"), settings: settings.map(\.setting),
      measures: checked["measures"].map { _ in texts("measures") } ?? standardMeasures, method: method,
      variables: found.map(\.variable), resamples: resamples)
    if found.count == stated.count { report(design.problems, found) }
    guard !reporter.hasErrors else { throw ScenarioError(diagnostics: reporter.sorted()) }

    let points = PointSet(design, seed: scenarios[0].scenario.seed)
    lookup.reporter = reporter
    lookup.checkExtremes(of: found, points: points)
    guard !lookup.reporter.hasErrors else { throw ScenarioError(diagnostics: lookup.reporter.sorted()) }
    return LoadedDesign(
      design: design, points: points, scenarios: scenarios, units: found.map(\.unit), bases: found.map(\.basis),
      source: source, overrides: overrides, warnings: lookup.reporter.sorted(), layers: layers, laid: laid,
      sites: found.map(\.stated.distributionSite))
  }

  // MARK: - Scenarios

  private struct ReadScenario {
    let layers: ScenarioLayers
    let loaded: LoadedScenario
  }

  /// The scenarios as they stand, without the variables; those that cannot be used are reported and left out.
  private mutating func readScenarios(kept: [[ScenarioSource]]?, _ laid: [ScenarioOverride]) -> [ReadScenario] {
    let entries = checked["scenarios"]?.list ?? []
    var files: [String] = []
    var scenarios: [ReadScenario] = []
    for (index, entry) in entries.enumerated() {
      var reader = LayerReader(kept: kept.map { $0.indices.contains(index) ? $0[index] : [] })
      // What it reports of a value that the design lays over a scenario lies in the design.
      reader.reporter.add(text: source.text, of: source.path)
      let file = reader.resolve(entry.text ?? "", besides: source.path)
      let isRepeated = files.contains(file)
      if let earlier = files.firstIndex(of: file) {
        reporter.report(.duplicateName(file, firstOrigin: entries[earlier].site.origin), at: entry.site, "scenarios")
      }
      files.append(file)
      guard let scenario = readScenario(file, at: entry.site, reader, laid) else { continue }
      let name = scenario.loaded.scenario.name
      if !isRepeated, scenarios.contains(where: { $0.loaded.scenario.name == name }) {
        reporter.report(.sameScenarioName(name), at: entry.site, "scenarios")
      }
      scenarios.append(scenario)
    }
    return scenarios
  }

  private mutating func readScenario(
    _ file: String, at site: Site, _ reader: LayerReader, _ laid: [ScenarioOverride]
  ) -> ReadScenario? {
    do throws(ScenarioError) {
      let layers = try ScenarioLayers(path: file, reader: reader)
      do throws(ScenarioError) {
        let loaded = try layers.loaded(laid)
        reporter.add(loaded.warnings)
        return ReadScenario(layers: layers, loaded: loaded)
      } catch {
        reporter.add(error.diagnostics)
        // Where only what is laid over it is wrong, the variables can still be looked up.
        return (try? layers.loaded([])).map { ReadScenario(layers: layers, loaded: $0) }
      }
    } catch {
      for diagnostic in error.diagnostics {
        if case .unreadableFile(let reason) = diagnostic.problem {
          reporter.report(.unreadableBase(file, reason: reason), at: site, "scenarios")
        } else {
          reporter.add([diagnostic])
        }
      }
      return nil
    }
  }

  // MARK: - Settings

  private struct LaidSetting {
    let setting: Design.Setting
    let override: ScenarioOverride
    let site: Site
  }

  /// The values under `set`, each by its dotted path.
  private mutating func settings() -> [LaidSetting] {
    guard let node = root["set"] else { return [] }
    guard let entries = node.entries else {
      let expected = "dotted paths with values, such as {population.households: 5_000}"
      reporter.report(.wrongKind(found: node.found, expected: expected), at: node.site, "set")
      return []
    }
    return entries.compactMap { entry in
      guard case .scalar(let text, let isQuoted) = entry.value.content, entry.value.found != .nothing else {
        let expected = "a word or a number; name what is further inside by its dotted path"
        reporter.report(
          .wrongKind(found: entry.value.found, expected: expected), at: entry.keySite, "set.\(entry.key)")
        return nil
      }
      let value = isQuoted ? "'" + text.replacing("'", with: "''") + "'" : text
      return LaidSetting(
        setting: Design.Setting(path: entry.key, value: value),
        override: ScenarioOverride(path: entry.key, value: value, at: entry.value.site), site: entry.keySite)
    }
  }

  private mutating func reportUnused(
    _ settings: [LaidSetting], _ layers: [ScenarioLayers], _ scenarios: [LoadedScenario]
  ) {
    for setting in settings where layers.allSatisfy({ !$0.passedOver([setting.override]).isEmpty }) {
      let nearest = scenarios.nearestPath(to: setting.setting.path)
      reporter.report(
        .unknownPath(setting.setting.path), at: setting.site, "set.\(setting.setting.path)", suggestion: nearest)
    }
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
