package org.cleanplate.network.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.network.Refiner;

/**
 * Cuts out what the refiner sees of each tile.
 *
 * <p>Windows are gathered from the pictures as rows of two pixels while they are still bytes, and
 * from the coarse map before it is enlarged; the enlargement of a window is one matrix product with
 * constant weights. Zeros outside the picture stand for the border that the published network pads.
 */
final class TileWindows {
  private static final int PIXELS_PER_ROW = 2;

  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final GraphGeometry geometry;
  private final Refiner refiner;
  private final int tileBlocks;
  private final boolean isStatic;

  TileWindows(OnnxOps ops, GraphOptions options, Refiner refiner, int tileBlocks) {
    this.ops = ops;
    this.graph = ops.graph();
    this.geometry = options.geometry();
    this.refiner = refiner;
    this.tileBlocks = tileBlocks;
    this.isStatic = options.isStatic();
  }

  /** The tiles to cut round: names of int64 {@code [tiles]}. */
  record Tiles(String rows, String columns) {}

  /** The coarse maps under each tile's window at half resolution, zero beyond the picture. */
  FeatureMap coarse(FeatureMap coarse, Tiles tiles) {
    OptionalInt factor = WindowTables.wholeFactor(geometry, tileBlocks);
    FeatureMap map =
        factor.isPresent()
            ? coarse
            : ops.resizeBilinear(coarse, geometry.halfHeight(), geometry.halfWidth());
    WindowTables down =
        new WindowTables(
            geometry.paddedHeight(),
            map.height(),
            tileBlocks,
            refiner.halfMargin(),
            factor.orElse(1));
    WindowTables across =
        new WindowTables(
            geometry.paddedWidth(),
            map.width(),
            tileBlocks,
            refiner.halfMargin(),
            factor.orElse(1));
    int channels = map.channels().stored();
    long window = down.coarseWindow();
    String rows =
        graph.reshape(
            graph.transpose(ops.name(map), 0, 2, 3, 1),
            (long) map.height() * map.width(),
            channels);
    String index =
        windowIndex(
            tiles,
            down.coarsePixels(map.width()),
            down.coarseWindow(),
            across.coarsePixels(1),
            across.coarseWindow());
    String windows = graph.transpose(graph.gather(rows, index, 0), 0, 3, 1, 2);
    int side = down.halfWindow();
    if (down.enlarges()) {
      String flat = graph.reshape(windows, 0, channels, window * window);
      String enlarged = graph.binary("MatMul", flat, enlargement(down.interpolation()));
      windows = graph.reshape(enlarged, 0, channels, side, side);
    }
    if (refiner.halfMargin() > 0) {
      windows = graph.binary("Mul", windows, insidePicture(tiles, down, across));
    }
    return batch(windows, map.channels(), side);
  }

  /** The two-dimensional interpolation of a window as one matrix. */
  private String enlargement(float[][] axis) {
    int from = axis.length;
    int to = axis[0].length;
    float[] matrix = new float[from * from * to * to];
    for (int y = 0; y < from; y++) {
      for (int x = 0; x < from; x++) {
        for (int v = 0; v < to; v++) {
          for (int u = 0; u < to; u++) {
            matrix[((y * from + x) * to + v) * to + u] = axis[y][v] * axis[x][u];
          }
        }
      }
    }
    return graph.floats(matrix, (long) from * from, (long) to * to);
  }

  private String insidePicture(Tiles tiles, WindowTables down, WindowTables across) {
    int side = down.halfWindow();
    String rowTable = graph.floats(down.insidePicture(), down.tiles(), side);
    String columnTable = graph.floats(across.insidePicture(), across.tiles(), side);
    String rows = graph.reshape(graph.gather(rowTable, tiles.rows, 0), -1, 1, side, 1);
    String columns = graph.reshape(graph.gather(columnTable, tiles.columns, 0), -1, 1, 1, side);
    return graph.binary("Mul", rows, columns);
  }

  /** Source and plate under each tile's window, full resolution, as wide as its halves need. */
  FeatureMap images(PackedImage source, PackedImage cleanPlate, Tiles tiles) {
    WindowTables down = fullTables(geometry.paddedHeight());
    WindowTables across = fullTables(geometry.paddedWidth());
    int side = down.fullWindow();
    String index =
        windowIndex(
            tiles,
            down.fullPixels(1, geometry.paddedWidth() / PIXELS_PER_ROW),
            side,
            across.fullPixels(PIXELS_PER_ROW, 1),
            side / PIXELS_PER_ROW);
    Optional<String> mask =
        refiner.halfMargin() == 0
            ? Optional.empty()
            : Optional.of(insideMask(source, tiles, down, across));
    FeatureMap sourceWindows = windows(source, index, mask, side);
    FeatureMap plateWindows = windows(cleanPlate, index, mask, side);
    String joined = graph.concat(1, List.of(sourceWindows.name(graph), plateWindows.name(graph)));
    String floats = masksBytes(source) ? source.floats(joined) : joined;
    return batch(floats, FeatureMap.joined(List.of(sourceWindows, plateWindows)).channels(), side);
  }

  /** A batch of a window for each tile. */
  FeatureMap batch(String windows, ChannelMap channels, int side) {
    if (isStatic) {
      // The runtime knows the size already.
      return FeatureMap.of(windows, channels, side, side);
    }
    graph.declareBatch(windows, "tiles" + tileBlocks, channels.stored(), side, side);
    return FeatureMap.of(windows, channels, side, side);
  }

  private WindowTables fullTables(int size) {
    return new WindowTables(size, size / 2, tileBlocks, refiner.halfMargin(), 1);
  }

  /** The picture under each window, in bytes if these are masked, else in the network's floats. */
  private FeatureMap windows(PackedImage image, String index, Optional<String> mask, int side) {
    int channels = image.channels();
    long row = (long) PIXELS_PER_ROW * channels;
    String table = graph.reshape(image.name(), -1, row);
    String gathered = graph.reshape(graph.gather(table, index, 0), 0, side, (long) side * channels);
    String windows = masksBytes(image) ? gathered : image.floats(gathered);
    if (mask.isPresent()) {
      windows = graph.binary(masking(image), windows, mask.get());
    }
    String packed = graph.reshape(windows, 0, (long) side * side, channels);
    String planes = image.usedPlanes(graph.transpose(packed, 0, 2, 1));
    ChannelMap used = image.floatChannels().trimmed();
    return FeatureMap.of(graph.reshape(planes, 0, used.stored(), side, side), used, side, side);
  }

  /** Whether what lies beyond the picture is zeroed in its bytes; CUDA has no operators on bits. */
  private boolean masksBytes(PackedImage image) {
    return image.bytes() && !isStatic;
  }

  private String masking(PackedImage image) {
    return masksBytes(image) ? "BitwiseAnd" : "Mul";
  }

  /** What leaves the picture as it is and zeroes what is beyond it, in the type to be masked. */
  private String insideMask(
      PackedImage image, Tiles tiles, WindowTables down, WindowTables across) {
    int side = down.fullWindow();
    int channels = image.channels();
    String rowTable = mask(image, down.fullPixelsInside(), side, 1);
    String columnTable = mask(image, across.fullPixelsInside(), side, channels);
    return graph.binary(
        masking(image),
        graph.reshape(graph.gather(rowTable, tiles.rows, 0), -1, side, 1),
        graph.reshape(graph.gather(columnTable, tiles.columns, 0), -1, 1, (long) side * channels));
  }

  /** {@code [tiles, side * times]}: every flag so many times. */
  private String mask(PackedImage image, boolean[] inside, int side, int times) {
    long tiles = inside.length / side;
    if (masksBytes(image)) {
      byte[] bytes = new byte[inside.length * times];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = inside[i / times] ? (byte) -1 : 0;
      }
      return graph.bytes(bytes, tiles, (long) side * times);
    }
    float[] floats = new float[inside.length * times];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = inside[i / times] ? 1 : 0;
    }
    return graph.floats(floats, tiles, (long) side * times);
  }

  /** Sums of a row and a column table, {@code [tiles, rows, columns]}. */
  private String windowIndex(
      Tiles tiles, int[] rowTable, int rows, int[] columnTable, int columns) {
    String down = graph.ints(rowTable, rowTable.length / rows, rows);
    String across = graph.ints(columnTable, columnTable.length / columns, columns);
    return graph.binary(
        "Add",
        graph.reshape(graph.gather(down, tiles.rows, 0), -1, rows, 1),
        graph.reshape(graph.gather(across, tiles.columns, 0), -1, 1, columns));
  }

  /** What the full-resolution part of the refiner sees of {@link #images}. */
  FeatureMap cropped(FeatureMap images) {
    int start = 2 * refiner.halfMargin() - refiner.fullMargin();
    int side = tileBlocks * GraphGeometry.BLOCK + 2 * refiner.fullMargin();
    if (start == 0) {
      return images;
    }
    String middle =
        graph.node(
            "Slice",
            List.of(
                ops.name(images),
                graph.longs(start, start),
                graph.longs(start + side, start + side),
                graph.longs(2, 3)));
    return batch(middle, images.channels(), side);
  }
}
