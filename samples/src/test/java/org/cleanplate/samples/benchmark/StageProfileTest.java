package org.cleanplate.samples.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.cleanplate.network.graph.GraphStage;
import org.junit.jupiter.api.Test;

class StageProfileTest {

  @Test
  void takesTheLeastOfEachNodeAndCountsBranchesOnce() throws IOException {
    String run1 =
        node("backbone/Conv_1", "Conv", 3_000)
            + node("ReorderOutput", "ReorderOutput", 500)
            + node("refiner/Conv_2", "Conv", 8_000)
            + node("refiner/If_3", "If", 8_100)
            + run();
    String run2 =
        node("backbone/Conv_1", "Conv", 4_000)
            + node("ReorderOutput", "ReorderOutput", 400)
            + node("refiner/Conv_2", "Conv", 7_000)
            + node("refiner/If_3", "If", 7_100)
            + run();
    StageProfile profile = read("[" + run1 + run2 + "{}]");
    assertEquals(3.4, profile.millis(GraphStage.BACKBONE), 1e-9);
    assertEquals(7, profile.millis(GraphStage.REFINER), 1e-9);
    assertEquals(10.4, profile.total(), 1e-9);
  }

  @Test
  void knowsTheStagesOfThePublishedFile() throws IOException {
    StageProfile profile =
        read(
            "["
                + node("/Resize", "Resize", 1_000)
                + node("/backbone/features.0/Conv", "Conv", 2_000)
                + node("/decoder/conv4/Conv", "Conv", 3_000)
                + run()
                + "{}]");
    assertEquals(1, profile.millis(GraphStage.INPUT), 1e-9);
    assertEquals(2, profile.millis(GraphStage.BACKBONE), 1e-9);
    assertEquals(3, profile.millis(GraphStage.DECODER), 1e-9);
    assertEquals(0, profile.millis(GraphStage.OUTPUT), 1e-9);
  }

  private static StageProfile read(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      return StageProfile.read(parser);
    }
  }

  private static String node(String name, String operator, int micros) {
    return """
        {"cat": "Node", "dur": %d, "name": "%s_kernel_time",
         "args": {"op_name": "%s", "output_type_shape": [{"float": [1, 2]}]}},"""
        .formatted(micros, name, operator);
  }

  private static String run() {
    return "{\"cat\": \"Session\", \"dur\": 1, \"name\": \"model_run\"},";
  }
}
