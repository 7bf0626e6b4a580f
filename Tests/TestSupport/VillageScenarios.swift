import Foundation

/// Scenario files small enough for tests.
///
/// The scale of consumption is given: a program that solves for it at each start would take longer than its run.
public enum VillageScenarios {
  /// A village of 300 simulated households.
  public static let baseline = """
    name: Village
    years: 2
    start: 2016-Q1
    replications: 2
    seed: 7
    population:
      households: 300
      official_headcount: {rural: 0.30}
      consumption_scale: {rural: 1.7}
      places:
        - district: Kasur
          tehsil: Kasur
          settlement_type: rural
          households: 3000
          survey: {province: Punjab, region: rural}

    """

  /// The village with grants of assets for most.
  public static let grants =
    baseline.replacingOccurrences(of: "name: Village", with: "name: Village with grants") + """
      programmes:
        - name: Grants
          partner: Test fund
          from: 2016-Q1
          until: 2016-Q4
          budget: {total: 20_000_000, price_year: 2016}
          target: {score_at_most: 60}
          package:
            - asset_grant: {amount: 30_000, take_up: 1, delay: 0}

      """
}
