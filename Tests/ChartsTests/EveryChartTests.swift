import Notation
import Testing

@testable import Charts

/// What holds for charts of all kinds.
@Suite struct EveryChartTests {
  private static let results = SmallResults.make(["Now", "Loans"], quarters: 10, tables.mapValues(\.lines))

  private static let tables = [
    "summary.csv": """
    scenario,quarter,group,level,measure,mean,ci_low,ci_high,unit
    Now,0,all,all,out_of_dependency,0.2,0.1,0.3,share of households
    Now,10,all,all,out_of_dependency,0.2,0.1,0.3,share of households
    Loans,10,all,all,out_of_dependency,0.3,0.2,0.4,share of households
    Now,8,all,all,households,100,100,100,real households
    Loans,10,programme,Credit,inclusion_error,0.4,0.3,0.5,share of enrolled households
    Loans,10,programme,Credit,exclusion_error,0.7,0.65,0.75,share of poor households
    """,
    "comparison.csv": """
    scenario,quarter,group,level,measure,difference,ci_low_family,ci_high_family,replications,unit
    Loans,10,all,all,out_of_dependency,0.1,0.05,0.15,10,share of households
    Loans,10,minority,yes,out_of_dependency,0.1,-0.05,0.25,10,share of households
    """,
    "yearly_transitions.csv": """
    scenario,replication,years,dimension,from,to,count
    Now,1,1,economic,bonded,tied,10
    Loans,1,1,economic,tied,bonded,10
    """,
    "transition_matrix.csv": """
    scenario,dimension,from,to,probability,ci_low,ci_high
    Now,economic,bonded,tied,0.1,0.05,0.15
    Loans,economic,bonded,tied,0.2,0.1,0.3
    """,
    "survival.csv": """
    scenario,event,group,level,duration,survival,ci_low,ci_high
    Now,durable_exit,all,all,4,0.9,0.8,1
    Loans,durable_exit,all,all,4,0.8,0.7,0.9
    """,
    "effectiveness.csv": """
    scenario,perspective,effect,after_horizon,reading,cost,cost_ci_low,cost_ci_high,gain,gain_ci_low,gain_ci_high
    Loans,programme,durable_exits,at_end,ratio,2000000,1500000,2500000,80,60,100
    """,
    "acceptability.csv": """
    perspective,effect,after_horizon,willingness_to_pay,scenario,probability_best,on_frontier
    programme,durable_exits,at_end,0,Now,1,1
    programme,durable_exits,at_end,0,Loans,0,0
    programme,durable_exits,at_end,1000,Now,0.4,0
    programme,durable_exits,at_end,1000,Loans,0.6,1
    """,
    "frontier.csv": """
    perspective,effect,after_horizon,order,scenario,cost,gain,status,by,next_cheaper,icer,icer_ci_low,icer_ci_high
    programme,durable_exits,at_end,1,Now,0,0,frontier,,,,,
    programme,durable_exits,at_end,2,Loans,2000000,80,frontier,,Now,25000,20000,33000
    """,
    "institutions.csv": """
    scenario,replication,quarter,place,tier,status,count,members,maturity
    Loans,1,8,A,community_organisation,active,6,120,0.5
    Loans,1,8,A,network,active,1,120,0.5
    """,
    "stocktake.csv": """
    scenario,replication,partner,district,union_council,intervention,households,pkr,overlap,unmet_need
    Loans,1,Bank,D,UC 1,soft_loan,30,900,4,0
    Loans,1,nobody,D,UC 1,unserved,0,0,0,50
    """,
    "tornado.csv": """
    scenario,measure,of,variable,low_value,high_value,usual,low,high,swing,swing_low,swing_high,unit
    Now,headcount_ratio,value,saving,0.1,0.3,0.2,0.25,0.15,-0.1,-0.12,-0.08,share of persons
    """,
  ]

  @Test("fields are keys of rows, or made in the specification", arguments: ChartCatalogue.names.map(\.name))
  func fields(name: String) throws {
    let chart = try #require(try ChartCatalogue.chart(named: name, of: Self.results))
    #expect(!chart.panels.isEmpty)
    for panel in chart.panels {
      let names = FieldNames(chart.specification(of: panel, palette: .light))
      #expect(!names.used.isEmpty)
      #expect(names.used.subtracting(names.made).sorted() == [], "\(panel.title)")
    }
  }

  @Test("a field that is nowhere made is found")
  func unknownField() {
    let encoding: JSONValue = ["x": ["field": "mean"], "y": ["field": "low"], "text": ["field": "label"]]
    let names = FieldNames([
      "datasets": ["rows": [["mean": 1]]], "transform": [["calculate": "1", "as": "label"]], "encoding": encoding,
    ])
    #expect(names.used.subtracting(names.made) == ["low"])
  }
}

/// The names of fields in a specification.
private struct FieldNames {
  /// Those that channels and transforms read.
  private(set) var used: Set<String> = []
  /// Keys of rows and of data in the specification, and what transforms make.
  private(set) var made: Set<String> = []

  init(_ specification: JSONValue) { visit(specification) }

  private mutating func visit(_ value: JSONValue) {
    switch value {
    case .object(let members): for (key, value) in members { visit(key, value) }
    case .list(let items): for item in items { visit(item) }
    default: break
    }
  }

  private mutating func visit(_ key: String, _ value: JSONValue) {
    switch (key, value) {
    case ("field", .text(let name)): used.insert(name)
    case ("as", .text(let name)): made.insert(name)
    case ("as", .list(let names)): for case .text(let name) in names { made.insert(name) }
    case ("rows", .list(let rows)), ("values", .list(let rows)):
      for case .object(let members) in rows { made.formUnion(members.map(\.key)) }
    default: visit(value)
    }
  }
}
