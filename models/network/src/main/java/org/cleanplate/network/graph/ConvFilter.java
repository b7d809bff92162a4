package org.cleanplate.network.graph;

import java.util.List;
import org.cleanplate.network.ConvGeometry;
import org.cleanplate.network.weights.FloatTensor;

/**
 * The numbers of a convolution, rearranged for the way its inputs and outputs are stored.
 *
 * <p>Where every input pixel is there twice in both directions, a convolution whose results lie in
 * cells costs less: the three by three inputs of all four pixels of a cell are among two by two
 * pixels of the small map, so four taps do the work of nine. And a few outputs, times four, fill
 * the blocks that the runtime computes channels in.
 *
 * @param weight {@code [outputs, inputs per group, kernel, kernel]}
 * @param geometry of the convolution as the network speaks of it
 */
record ConvFilter(FloatTensor weight, ConvGeometry geometry) {
  private static final int CELL = FeatureMap.CELL;

  /** Whether the result may lie in cells, and gains by it. */
  boolean fitsCells(FeatureMap x) {
    return geometry.stride() == 1
        && geometry.dilation() == 1
        && geometry.padding() == 0
        && geometry.groups() == 1
        && geometry.kernel() % 2 == 1
        && x.height() % CELL == 0
        && x.width() % CELL == 0
        && x.parts().stream().anyMatch(part -> part.inCells().isPresent());
  }

  /** Whether a map is better convolved as it was before it was enlarged twofold. */
  boolean fitsEnlarged(FeatureMap x, int stored) {
    return keepsSize()
        && geometry.dilation() == 1
        && x.beforeEnlarging()
            .filter(
                small ->
                    EnlargedConv.pays(
                        small.channels().stored(), stored, small.height(), small.width()))
            .isPresent();
  }

  /** Whether it is three by three, as large as its input and of all channels. */
  private boolean keepsSize() {
    return geometry.kernel() == 3
        && geometry.stride() == 1
        && geometry.padding() == geometry.dilation()
        && geometry.groups() == 1;
  }

  /** As {@link #toPixels} by whatever way takes least arithmetic and pays. */
  PendingConv.Term toPixelsCheaply(
      GraphBuilder graph, FeatureMap part, int stored, int firstInput) {
    if (fitsEnlarged(part, stored)) {
      FeatureMap small = part.beforeEnlarging().orElseThrow();
      float[][] filter = ofPixels(stored, small.channels(), firstInput);
      return new EnlargedConv(small.name(graph), small.height(), small.width(), filter);
    }
    Phases phases = new Phases(geometry.dilation(), part.height(), part.width());
    int channels = part.channels().stored();
    if (keepsSize() && WinogradConv.pays(channels, stored, phases)) {
      float[][] filter = ofPixels(stored, part.channels(), firstInput);
      return new WinogradConv(part.name(graph), phases, filter);
    }
    return toPixels(graph, part, stored, firstInput);
  }

  /**
   * The convolution of some of the inputs.
   *
   * @param stored channels of the result's tensor
   * @param firstInput the number of {@code part}'s first channel
   */
  PixelConv toPixels(GraphBuilder graph, FeatureMap part, int stored, int firstInput) {
    if (part.cell().size() > 1) {
      throw new IllegalArgumentException("No way to convolve cells so: " + geometry);
    }
    ChannelMap channels = part.channels();
    boolean depthwise = geometry.groups() > 1;
    float[][] filter =
        depthwise ? depthwise(stored, channels) : ofPixels(stored, channels, firstInput);
    return new PixelConv(part.name(graph), geometry, filter);
  }

  private float[][] ofPixels(int stored, ChannelMap channels, int firstInput) {
    int taps = geometry.kernel() * geometry.kernel();
    float[][] filter = new float[stored][channels.stored() * taps];
    for (int o = 0; o < geometry.outputs(); o++) {
      for (int i = 0; i < channels.channels(); i++) {
        int to = channels.positions()[i] * taps;
        for (int t = 0; t < taps; t++) {
          filter[o][to + t] += tap(o, firstInput + i, t) * channels.factors()[i];
        }
      }
    }
    return filter;
  }

  private float[][] depthwise(int stored, ChannelMap channels) {
    int taps = geometry.kernel() * geometry.kernel();
    float[][] filter = new float[stored][taps];
    for (int i = 0; i < channels.channels(); i++) {
      for (int t = 0; t < taps; t++) {
        filter[channels.positions()[i]][t] = tap(i, 0, t) * channels.factors()[i];
      }
    }
    return filter;
  }

  private float tap(int output, int input, int tap) {
    int taps = geometry.kernel() * geometry.kernel();
    return weight.values()[(output * weight.shape()[1] + input) * taps + tap];
  }

  /** As {@link #toPixels} with the result in cells. */
  PixelConv toCells(GraphBuilder graph, FeatureMap part, int stored, int firstInput) {
    FeatureMap cells = part.inCells().orElse(part);
    boolean ofCells = cells.cell().size() > 1;
    // A cell's pixels together see one pixel more in each direction than one of them alone.
    int pixels = geometry.kernel() + 1;
    ConvGeometry valid =
        ofCells
            ? ConvGeometry.valid(stored, pixels / CELL)
            : ConvGeometry.valid(stored, pixels).withStride(CELL);
    float[][] filter =
        new float[stored][cells.channels().stored() * valid.kernel() * valid.kernel()];
    for (int y = 0; y < CELL; y++) {
      for (int x = 0; x < CELL; x++) {
        Pixel result = new Pixel(y, x, ofCells ? CELL : 1, valid.kernel());
        addPixel(filter, result, cells.cell(), firstInput);
      }
    }
    return new PixelConv(cells.name(graph), valid, filter);
  }

  /**
   * One of the pixels of the result's cells.
   *
   * @param inputCell side of the input's cells
   * @param kernel side of the kernel, in input cells
   */
  private record Pixel(int y, int x, int inputCell, int kernel) {

    int number() {
      return y * CELL + x;
    }

    /** Which pixel of an input cell a tap falls on. */
    int pixelAt(int tapY, int tapX) {
      return (y + tapY) % inputCell * inputCell + (x + tapX) % inputCell;
    }

    /** Which of the kernel's input cells a tap falls in. */
    int cellAt(int tapY, int tapX) {
      return (y + tapY) / inputCell * kernel + (x + tapX) / inputCell;
    }
  }

  private void addPixel(
      float[][] filter, Pixel result, List<ChannelMap> inputCell, int firstInput) {
    int cells = result.kernel() * result.kernel();
    for (int tapY = 0; tapY < geometry.kernel(); tapY++) {
      for (int tapX = 0; tapX < geometry.kernel(); tapX++) {
        ChannelMap channels = inputCell.get(result.pixelAt(tapY, tapX));
        int cell = result.cellAt(tapY, tapX);
        int tap = tapY * geometry.kernel() + tapX;
        for (int o = 0; o < geometry.outputs(); o++) {
          float[] row = filter[result.number() * geometry.outputs() + o];
          for (int i = 0; i < channels.channels(); i++) {
            row[channels.positions()[i] * cells + cell] +=
                tap(o, firstInput + i, tap) * channels.factors()[i];
          }
        }
      }
    }
  }
}
