package org.cleanplate.network.cost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.Ops;

/**
 * Interprets the network by counting: shapes, parameters, multiply-adds and bytes, split by the
 * first word of the parameter names ({@code backbone}, {@code aspp}, {@code decoder}, {@code
 * refiner}). It counts what the network asks for; a graph may get by with fewer multiply-adds. Not
 * thread-safe.
 */
public final class CostOps implements Ops<Shape> {
  private final Map<String, int[]> parameters = new LinkedHashMap<>();
  private final Map<String, Cost> stages = new LinkedHashMap<>();
  private String stage = "input";

  /** Name and shape of every parameter met, in order. */
  public Map<String, int[]> parameters() {
    return parameters;
  }

  /** The cost so far of each stage, in order. */
  public Map<String, Cost> stages() {
    return stages;
  }

  public Cost total() {
    return stages.values().stream().reduce(Cost.NONE, Cost::plus);
  }

  @Override
  public int channels(Shape x) {
    return x.channels();
  }

  @Override
  public Shape conv(Shape x, String name, ConvGeometry geometry) {
    stage = name.substring(0, name.indexOf('.'));
    int inputsPerGroup = x.channels() / geometry.groups();
    parameter(
        name + ".weight", geometry.outputs(), inputsPerGroup, geometry.kernel(), geometry.kernel());
    if (geometry.bias()) {
      parameter(name + ".bias", geometry.outputs());
    }
    Shape y =
        new Shape(
            geometry.outputs(), geometry.outputSize(x.height()), geometry.outputSize(x.width()));
    long taps = (long) inputsPerGroup * geometry.kernel() * geometry.kernel();
    charge(new Cost(y.elements() * taps, 0, 0));
    return written(y);
  }

  @Override
  public Shape batchNorm(Shape x, String name) {
    for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
      parameter(name + "." + part, x.channels());
    }
    return x;
  }

  @Override
  public Shape relu(Shape x) {
    return x;
  }

  @Override
  public Shape relu6(Shape x) {
    return x;
  }

  @Override
  public Shape clampToUnit(Shape x) {
    return x;
  }

  @Override
  public Shape dropout(Shape x, double probability) {
    return x;
  }

  @Override
  public Shape add(Shape a, Shape b) {
    return written(a);
  }

  @Override
  public Shape concat(List<Shape> xs) {
    int channels = xs.stream().mapToInt(Shape::channels).sum();
    return written(new Shape(channels, xs.get(0).height(), xs.get(0).width()));
  }

  @Override
  public Shape slice(Shape x, int first, int count) {
    return new Shape(count, x.height(), x.width());
  }

  @Override
  public Shape maxPool(Shape x) {
    return written(new Shape(x.channels(), (x.height() + 1) / 2, (x.width() + 1) / 2));
  }

  @Override
  public Shape globalAverage(Shape x) {
    return written(new Shape(x.channels(), 1, 1));
  }

  @Override
  public Shape broadcast(Shape x, Shape like) {
    return written(new Shape(x.channels(), like.height(), like.width()));
  }

  @Override
  public Shape resizeBilinear(Shape x, Shape like) {
    return written(new Shape(x.channels(), like.height(), like.width()));
  }

  @Override
  public Shape upsampleNearest(Shape x) {
    return written(new Shape(x.channels(), 2 * x.height(), 2 * x.width()));
  }

  @Override
  public Shape zeroPad(Shape x, int pixels) {
    return pixels == 0
        ? x
        : written(new Shape(x.channels(), x.height() + 2 * pixels, x.width() + 2 * pixels));
  }

  private void parameter(String name, int... shape) {
    parameters.put(name, shape);
    long elements = 1;
    for (int axis : shape) {
      elements *= axis;
    }
    charge(new Cost(0, elements * Float.BYTES, 0));
  }

  private Shape written(Shape y) {
    charge(new Cost(0, 0, y.elements() * Float.BYTES));
    return y;
  }

  private void charge(Cost cost) {
    stages.merge(stage, cost, Cost::plus);
  }
}
