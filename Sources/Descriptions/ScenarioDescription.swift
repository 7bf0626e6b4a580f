internal import Households
package import Scenarios

/// A scenario as it would run, described by the ODD protocol in Markdown, ready for a methods section.
///
/// Source: Grimm et al. 2020, The ODD protocol for describing agent-based and other simulation models: a second update,
/// JASSS 23(2):7, doi:10.18564/jasss.4259.
package struct ScenarioDescription: Sendable {
  package let markdown: String

  /// Describes a scenario as it would run; without a survey file households are made from published margins.
  package init(_ loaded: LoadedScenario, survey: String?, observeEvery: Int, version: String) {
    let references = References(loaded)
    let tables = ValueTable(references)
    let switchedOff = SwitchedOff(in: loaded.scenario)
    markdown =
      Markdown.blocks([
        "# " + loaded.scenario.name.escaped,
        """
        This description follows the ODD protocol (Grimm et al. 2020, doi:10.18564/jasss.4259). It is made by untrap \
        \(version) from the scenario as it would run. Numbers in square brackets refer to the references at the end; \
        values that are marked as assumed have no source.
        """,
        PurposeSection(loaded: loaded).markdown,
        EntitiesSection(loaded: loaded, tables: tables).markdown,
        ScheduleSection(scenario: loaded.scenario, switchedOff: switchedOff).markdown,
        DesignConceptsSection(scenario: loaded.scenario, switchedOff: switchedOff, observeEvery: observeEvery).markdown,
        InitialisationSection(loaded: loaded, survey: survey, tables: tables).markdown,
        SubmodelsSection(loaded: loaded, switchedOff: switchedOff, tables: tables).markdown,
        EvidenceSection(loaded: loaded, references: references).markdown,
      ]) + "\n"
  }
}
