package org.cleanplate.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanplate.MattingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterShapesTest {
  private static final Architecture SLIM =
      new Architecture(
          Backbone.MOBILENETV2, 0.5, 96, List.of(64, 32, 24), 16, List.of(24, 16, 12), 3);

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void namesAndShapesAreThoseOfThePublishedCheckpointsInTheirOrder(Backbone backbone)
      throws IOException {
    Map<String, int[]> published = publishedShapes(backbone);
    Map<String, int[]> ours = ParameterShapes.of(Architecture.published(backbone, 3));
    assertEquals(new ArrayList<>(published.keySet()), new ArrayList<>(ours.keySet()));
    published.forEach((name, shape) -> assertArrayEquals(shape, ours.get(name), name));
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void theArchitectureIsFoundFromTheShapes(Backbone backbone) {
    for (int kernel : new int[] {1, 3}) {
      Architecture architecture = Architecture.published(backbone, kernel);
      assertEquals(architecture, ParameterShapes.architectureOf(ParameterShapes.of(architecture)));
    }
  }

  @Test
  void aNarrowArchitectureIsFoundFromTheShapes() {
    assertEquals(SLIM, ParameterShapes.architectureOf(ParameterShapes.of(SLIM)));
  }

  @Test
  void theArchitectureSurvivesItsMetadata() {
    assertEquals(SLIM, Architecture.fromMetadata(SLIM.toMetadata()));
  }

  @Test
  void foreignTensorsAreRefusedByName() {
    Map<String, int[]> shapes = Map.of("encoder.weight", new int[] {3, 3});
    MattingException e =
        assertThrows(MattingException.class, () -> ParameterShapes.architectureOf(shapes));
    assertTrue(e.getMessage().contains("backbone.features.0.0.weight"), e.getMessage());
  }

  private static Map<String, int[]> publishedShapes(Backbone backbone) throws IOException {
    Path keys = Path.of(System.getProperty("cleanplate.golden"), "weights/state_dict_keys.json");
    assumeTrue(Files.exists(keys), "not run: no reference tensors at " + keys);
    String json = Files.readString(keys);
    int start = json.indexOf("\"" + backbone.id() + "\"");
    String section = json.substring(start, json.indexOf("}", start));
    Matcher entry =
        Pattern.compile("\"([\\w.]+)\":\\s*\\[\\s*\"float32\",\\s*\\[([\\d,\\s]*)]")
            .matcher(section);
    Map<String, int[]> shapes = new LinkedHashMap<>();
    while (entry.find()) {
      int[] shape =
          Arrays.stream(entry.group(2).split(","))
              .map(String::strip)
              .mapToInt(Integer::parseInt)
              .toArray();
      shapes.put(entry.group(1), shape);
    }
    return shapes;
  }
}
