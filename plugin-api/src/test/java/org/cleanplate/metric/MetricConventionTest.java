package org.cleanplate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.sequence.ImageFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against values that the authors' MATLAB code and the Paddle reproduction gave. */
class MetricConventionTest {
  private static final double TOLERANCE = 1e-4;
  private static final Path FOLDER =
      Path.of(System.getProperty("cleanplate.golden", "../shared/golden")).resolve("metrics");

  @ParameterizedTest
  @ValueSource(strings = {"blob_noise", "blob_blur", "circle_shift", "ramp_gamma"})
  void agreesWithTheReferenceValues(String pair) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "not run: the reference values are not at " + FOLDER);
    Map<String, Double> golden = golden(pair);
    AlphaPlane predicted = read(pair + "_pred.png");
    AlphaPlane truth = read(pair + "_true.png");
    Region unknown = Region.unknownOf(read(pair + "_trimap.png"));
    MatteErrors trimap = MetricConvention.AUTHORS.measure(predicted, truth, unknown);
    assertErrors(golden, "tri", trimap);
    MatteErrors whole =
        MetricConvention.AUTHORS.measure(
            predicted, truth, MetricConvention.AUTHORS.defaultRegion(truth));
    assertErrors(golden, "whole", whole);
    Region transitions = MetricConvention.PADDLE.defaultRegion(truth);
    assertEquals(golden.get("paddle.unknown"), transitions.size());
    MatteErrors paddle = MetricConvention.PADDLE.measure(predicted, truth, transitions);
    assertClose(golden, "paddle.sad", paddle.sad());
    assertClose(golden, "paddle.mse", paddle.mse());
    assertTrue(paddle.grad().isEmpty() && paddle.conn().isEmpty());
  }

  @Test
  void findsNoErrorInTheTruthItself() {
    AlphaPlane truth = new AlphaPlane(8, 4, ramp(32));
    for (MetricConvention convention : MetricConvention.values()) {
      MatteErrors errors = convention.measure(truth, truth, convention.defaultRegion(truth));
      assertEquals(0, errors.sad());
      assertEquals(0, errors.mse());
      assertEquals(0, errors.grad().orElse(0));
      assertEquals(0, errors.conn().orElse(0));
    }
  }

  @Test
  void refusesMapsOfDifferentSizes() {
    AlphaPlane wide = new AlphaPlane(8, 4, ramp(32));
    AlphaPlane high = new AlphaPlane(4, 8, ramp(32));
    Region region = Region.whole(4, 8);
    MattingException thrown =
        assertThrows(
            MattingException.class, () -> MetricConvention.AUTHORS.measure(wide, high, region));
    assertTrue(thrown.getMessage().contains("8x4"), thrown.getMessage());
  }

  private static void assertErrors(Map<String, Double> golden, String region, MatteErrors found) {
    assertClose(golden, region + ".sad", found.sad());
    assertClose(golden, region + ".mse", found.mse());
    assertClose(golden, region + ".grad", found.grad().orElseThrow());
    assertClose(golden, region + ".conn", found.conn().orElseThrow());
  }

  private static void assertClose(Map<String, Double> golden, String name, double found) {
    double expected = golden.get(name);
    assertEquals(expected, found, TOLERANCE * expected, name);
  }

  private static AlphaPlane read(String name) {
    return AlphaPlane.of(ImageFile.read(FOLDER.resolve(name)));
  }

  private static float[] ramp(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / (count - 1f);
    }
    return values;
  }

  /** The numbers of one pair by their path: {@code tri.sad}. */
  private static Map<String, Double> golden(String pair) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    List<String> path = new ArrayList<>();
    boolean wanted = false;
    try (JsonParser json =
        new JsonFactory().createParser(FOLDER.resolve("metrics_golden.json").toFile())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        switch (token) {
          case START_OBJECT -> path.add(json.currentName() == null ? "" : json.currentName() + ".");
          case END_OBJECT -> path.remove(path.size() - 1);
          case VALUE_STRING -> wanted = json.getText().equals(pair);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
            if (wanted) {
              values.put(String.join("", path) + json.currentName(), json.getDoubleValue());
            }
          }
          default -> {}
        }
      }
    }
    return values;
  }
}
