package org.cleanplate.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cleanplate.MattingException;
import org.cleanplate.network.cost.CostOps;
import org.cleanplate.network.cost.Shape;

/** The parameters that a network needs, found by walking through the network itself. */
public final class ParameterShapes {
  private static final String MOBILENET_STEM = "backbone.features.0.0.weight";
  private static final String RESNET_STEM = "backbone.conv1.weight";
  private static final String RESNET101_ONLY = "backbone.layer3.22.conv1.weight";

  private ParameterShapes() {}

  /**
   * Name and shape of every parameter, running statistics included and step counters left out, in
   * the order of the published checkpoints.
   */
  public static Map<String, int[]> of(Architecture architecture) {
    CostOps ops = new CostOps();
    // Shapes of parameters do not depend on the size of the image.
    Shape image = new Shape(Architecture.INPUT_CHANNELS, 64, 64);
    new MattingBase(architecture).forward(ops, image);
    Shape coarse = new Shape(architecture.hiddenChannels() + 4, 32, 32);
    Shape halfImages = new Shape(Architecture.INPUT_CHANNELS, 32, 32);
    new Refiner(architecture).dense(ops, coarse, halfImages, image);
    return ops.parameters();
  }

  /**
   * The architecture that a checkpoint's shapes belong to.
   *
   * @throws MattingException if they are no network of this family
   */
  public static Architecture architectureOf(Map<String, int[]> shapes) {
    Backbone backbone = backboneOf(shapes);
    return new Architecture(
        backbone,
        backbone == Backbone.MOBILENETV2 ? widthOf(shapes) : 1,
        axis(shapes, "aspp.project.0.weight", 0),
        threeOf(shapes, "decoder"),
        axis(shapes, "decoder.conv4.weight", 0) - Architecture.COARSE_CHANNELS,
        threeOf(shapes, "refiner"),
        axis(shapes, "refiner.conv1.weight", 2));
  }

  private static Backbone backboneOf(Map<String, int[]> shapes) {
    if (shapes.containsKey(MOBILENET_STEM)) {
      return Backbone.MOBILENETV2;
    }
    if (shapes.containsKey(RESNET_STEM)) {
      return shapes.containsKey(RESNET101_ONLY) ? Backbone.RESNET101 : Backbone.RESNET50;
    }
    throw new MattingException(
        "No encoder found: neither "
            + MOBILENET_STEM
            + " nor "
            + RESNET_STEM
            + " is among the "
            + shapes.size()
            + " tensors. Expected a background matting checkpoint (BackgroundMattingV2)");
  }

  private static double widthOf(Map<String, int[]> shapes) {
    return candidateWidths().stream()
        .filter(width -> encoderFits(shapes, width))
        .findFirst()
        .orElseThrow(
            () ->
                new MattingException(
                    "The encoder's channels, such as "
                        + axis(shapes, MOBILENET_STEM, 0)
                        + " after the first convolution, fit no MobileNetV2 of a width of"
                        + " 0.05 to 4"));
  }

  /** Round widths first, as several give the same channels after rounding to eights. */
  private static List<Double> candidateWidths() {
    List<Double> widths = new ArrayList<>(List.of(1.0));
    IntStream.rangeClosed(1, 16).forEach(quarters -> widths.add(quarters / 4.0));
    IntStream.rangeClosed(1, 80).forEach(twentieths -> widths.add(twentieths / 20.0));
    IntStream.rangeClosed(5, 400).forEach(hundredths -> widths.add(hundredths / 100.0));
    return widths;
  }

  private static boolean encoderFits(Map<String, int[]> shapes, double width) {
    CostOps ops = new CostOps();
    Architecture narrow =
        new Architecture(Backbone.MOBILENETV2, width, 1, List.of(1, 1, 1), 1, List.of(1, 1, 1), 3);
    Encoder.of(narrow).forward(ops, new Shape(Architecture.INPUT_CHANNELS, 64, 64));
    return ops.parameters().entrySet().stream()
        .filter(parameter -> parameter.getKey().endsWith(".weight"))
        .allMatch(
            parameter ->
                Optional.ofNullable(shapes.get(parameter.getKey()))
                    .map(found -> found.length > 0 && found[0] == parameter.getValue()[0])
                    .orElse(true));
  }

  private static List<Integer> threeOf(Map<String, int[]> shapes, String part) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(i -> axis(shapes, part + ".conv" + i + ".weight", 0))
        .toList();
  }

  private static int axis(Map<String, int[]> shapes, String name, int axis) {
    int[] shape = shapes.get(name);
    if (shape == null || shape.length <= axis) {
      throw new MattingException(
          "Tensor "
              + name
              + " is missing or misshapen: expected a whole background matting checkpoint,"
              + " base and refiner");
    }
    return shape[axis];
  }
}
