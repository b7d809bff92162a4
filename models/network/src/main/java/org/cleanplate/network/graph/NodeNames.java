package org.cleanplate.network.graph;

/** Names for the nodes of a graph and of its branches, by stage and operator; no two are alike. */
final class NodeNames {
  private GraphStage stage = GraphStage.INPUT;
  private int count;

  void enter(GraphStage next) {
    stage = next;
  }

  String next(String operator) {
    return stage.prefix() + operator + "_" + count++;
  }
}
