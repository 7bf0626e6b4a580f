/// Checks that interventions and conditions have what they need to mean anything.
struct CompanionChecks {
  private let programmes: [CheckedRecord]

  init(scenario: CheckedRecord) { programmes = scenario.records("programmes") }

  /// Reports what cannot work, and what probably does not do what is meant.
  func report(to reporter: inout Reporter) {
    let isMobilised = programmes.contains { $0.has("social_mobilisation") || !$0.hasKnownPackage }
    for programme in programmes where programme.hasKnownPackage {
      if !isMobilised { reportMembers(programme, to: &reporter) }
      reportShock(programme, to: &reporter)
      reportLoans(programme, to: &reporter)
      reportChoice(programme, to: &reporter)
      reportCentre(programme, to: &reporter)
      reportPlacesAlone(programme, to: &reporter)
      reportSecondMobilisation(programme, to: &reporter)
    }
  }

  private func reportSecondMobilisation(_ programme: CheckedRecord, to reporter: inout Reporter) {
    for entry in programme.packageEntries.filter({ $0.kind == "social_mobilisation" }).dropFirst() {
      let problem = Problem.unsupportedCombination(
        entry.kind, "another in the same package", reason: "make it a programme of its own")
      reporter.report(problem, at: entry.site, entry.record.path)
    }
  }

  private func reportMembers(_ programme: CheckedRecord, to reporter: inout Reporter) {
    let needed = "a programme with social_mobilisation"
    for key in ["members_only", "members_choose"] {
      guard let target = programme["target"]?.record, target[key]?.flag == true else { continue }
      let reason = "without one there are no members"
      reporter.report(.missingCompanion(key, needs: needed, reason: reason), at: target, key)
    }
    for entry in programme.packageEntries where ["collective_purchase", "collective_works"].contains(entry.kind) {
      let reason = "without one nobody is organised to act together"
      let problem = Problem.missingCompanion(entry.kind, needs: needed, reason: reason)
      reporter.report(problem, at: entry.site, entry.record.path, severity: .warning)
    }
  }

  private func reportShock(_ programme: CheckedRecord, to reporter: inout Reporter) {
    guard let entry = programme.packageEntries.first(where: { $0.kind == "rehabilitation_package" }),
      programme["target"]?.record?["after_shock"]?.flag != true
    else { return }
    let problem = Problem.missingCompanion(
      entry.kind, needs: "target: {after_shock: true}", reason: "it answers a shock")
    reporter.report(problem, at: entry.site, entry.record.path)
  }

  private func reportLoans(_ programme: CheckedRecord, to reporter: inout Reporter) {
    guard programme["revolving"]?.flag == true, !programme.has("soft_loan") else { return }
    let problem = Problem.missingCompanion(
      "revolving", needs: "a soft_loan in the package", reason: "only loans that are repaid can be lent again")
    reporter.report(problem, at: programme, "revolving")
  }

  private func reportChoice(_ programme: CheckedRecord, to reporter: inout Reporter) {
    guard let target = programme["target"]?.record, target["members_choose"]?.flag == true,
      programme.packageEntries.count(where: { !CommunitySchema.contains($0.kind) }) == 1
    else { return }
    let reason = "the package offers households only one intervention to choose"
    reporter.report(.hasNoEffect(reason: reason), at: target, "members_choose", severity: .warning)
  }

  private func reportCentre(_ programme: CheckedRecord, to reporter: inout Reporter) {
    let trainings = ["skill_training", "entrepreneurship_training", "awareness_training"]
    guard let centre = programme.packageEntries.first(where: { $0.kind == "skill_centre" }),
      !trainings.contains(where: programme.has)
    else { return }
    let problem = Problem.missingCompanion(
      centre.kind, needs: "a training in the same package", reason: "it houses those of its own programme")
    reporter.report(problem, at: centre.site, centre.record.path, severity: .warning)
  }

  /// A programme for places alone enrols nobody.
  private func reportPlacesAlone(_ programme: CheckedRecord, to reporter: inout Reporter) {
    guard programme.isForPlacesAlone else { return }
    let reason = "the package has nothing for households"
    for key in ["target", "capacity", "after"] where programme[key].map({ $0.site != .standard }) ?? false {
      reporter.report(.hasNoEffect(reason: reason), at: programme, key, severity: .warning)
    }
  }
}

extension CheckedRecord {
  /// The interventions of a programme: kind, keys and place.
  var packageEntries: [(kind: String, record: CheckedRecord, site: Site)] {
    (self["package"]?.list ?? []).compactMap { entry in
      guard case .variant(let kind, let record) = entry.content else { return nil }
      return (kind, record, entry.site)
    }
  }

  /// Whether all entries of a programme's package could be read, so that what is not among them is missing.
  var hasKnownPackage: Bool { self["package"].map { !$0.lacksEntries } ?? false }

  /// Whether a programme has interventions for places and none for households.
  var isForPlacesAlone: Bool {
    let entries = packageEntries
    return hasKnownPackage && !entries.isEmpty && entries.allSatisfy { CommunitySchema.contains($0.kind) }
  }

  func has(_ kind: String) -> Bool { packageEntries.contains { $0.kind == kind } }
}
