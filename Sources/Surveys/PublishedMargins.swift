public import Households

/// A synthetic survey made of published margins, for runs without microdata.
///
/// The table `household_margins.csv` gives, for each province, region and national quintile of consumption, the share
/// of all households, the distribution of household size, the dependency ratio, means of workers and rooms, shares of
/// female heads, literate heads, owners of land and livestock and dwellings without toilet, and the log-normal
/// consumption per adult equivalent. Each of the 40 cells becomes 300 households that reproduce these margins as
/// closely as whole households can: every trait takes the quantiles (i - 1/2) / 300 of its distribution once, in an
/// order of its own. Within a cell traits are independent, except that dependants, workers and rooms follow size.
///
/// Source: Household Integrated Economic Survey 2015-16, Pakistan Bureau of Statistics, microdata of the R package
/// PSLM2015 0.2.0 (Yaseen and Dilber 2017), weighted to the households of the 2017 census (R package PakPC2017).
/// What the table lacks (schooling, kind of toilet, age of dependants) is computed from the same microdata.
public enum PublishedMargins {
  /// Households made for each cell of the table.
  public static let householdsPerCell = 300

  /// The synthetic survey: always the same rows, in the order of the table.
  ///
  /// Takes some milliseconds; weights have mean 1 over the survey.
  /// - Returns: 12,000 households.
  public static func households() -> [SurveyHousehold] {
    HouseholdMargins.cells.enumerated().flatMap { index, cell in
      CellSynthesis(cell: cell, index: index, size: householdsPerCell, cells: HouseholdMargins.cells.count)
        .households()
    }
  }
}
