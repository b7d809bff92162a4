package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.network.Refiner;

/**
 * Refines the selected blocks alone: cuts a window round each tile that holds one, convolves all
 * the windows as a batch and writes the selected blocks over the unrefined result.
 *
 * <p>Windows are gathered from the pictures as rows of two pixels while they are still bytes, and
 * from the coarse map before it is enlarged; the enlargement of a window is one matrix product with
 * constant weights. Zeros outside the picture stand for the border that the published network pads.
 */
final class WindowRefinement {
  private static final int PIXELS_PER_ROW = 2;

  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final GraphGeometry geometry;
  private final MergedFormat format;
  private final PixelFinish finish;
  private final Refiner refiner;
  private final TileGrid grid;
  private final int tileBlocks;

  WindowRefinement(OnnxOps ops, GraphOptions options, Refiner refiner, TileGrid grid) {
    this.ops = ops;
    this.graph = ops.graph();
    this.geometry = options.geometry();
    this.format = MergedFormat.of(options);
    this.finish = new PixelFinish(options);
    this.refiner = refiner;
    this.grid = grid;
    this.tileBlocks = grid.tileBlocks();
  }

  /** The tiles to compute: names of int64 {@code [tiles]}. */
  private record Tiles(String rows, String columns) {}

  /**
   * Writes the selected blocks over {@code unrefined}, product by product.
   *
   * @param tileMask the tiles that hold a selected block, bool {@code [tiles down, tiles across]}
   * @param blockMask the selected blocks, bool {@code [blocks down, blocks across]}
   * @param coarse hidden channels, alpha, residual at coarse size
   * @param unrefined the products of the coarse matte
   * @return the same with the selected blocks refined
   */
  List<String> refineSelected(
      FeatureMap coarse,
      PackedImage source,
      PackedImage cleanPlate,
      String tileMask,
      String blockMask,
      List<String> unrefined) {
    List<String> positions =
        graph.nodes(
            "Split",
            2,
            List.of(graph.node("NonZero", List.of(tileMask))),
            attribute("axis", 0),
            attribute("num_outputs", 2));
    Tiles tiles =
        new Tiles(graph.reshape(positions.get(0), -1), graph.reshape(positions.get(1), -1));

    FeatureMap images = imageWindows(source, cleanPlate, tiles);
    FeatureMap halfCoarse = coarse.eachPart(part -> coarseWindows(part, tiles));
    FeatureMap halfResolution = ops.concat(List.of(halfCoarse, ops.averagePool(images)));
    FeatureMap half = refiner.half(ops, halfResolution, 0);
    FeatureMap upsampled =
        ops.upsampleNearest(batch(ops.name(half), half.channels(), half.width()));
    FeatureMap refined = refiner.full(ops, ops.concat(List.of(upsampled, cropped(images))));
    String cells = ops.name(format.deliveredBy(refined));
    return writeBack(cells, tiles, blockMask, source, unrefined);
  }

  private FeatureMap coarseWindows(FeatureMap coarse, Tiles tiles) {
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
  private FeatureMap imageWindows(PackedImage source, PackedImage cleanPlate, Tiles tiles) {
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
    String floats = source.bytes() ? graph.cast(joined, DataType.FLOAT) : joined;
    return batch(floats, FeatureMap.joined(List.of(sourceWindows, plateWindows)).channels(), side);
  }

  private FeatureMap batch(String windows, ChannelMap channels, int side) {
    graph.declareBatch(windows, "tiles" + tileBlocks, channels.stored(), side, side);
    return FeatureMap.of(windows, channels, side, side);
  }

  private WindowTables fullTables(int size) {
    return new WindowTables(size, size / 2, tileBlocks, refiner.halfMargin(), 1);
  }

  /** The picture under each window, still in bytes if it was. */
  private FeatureMap windows(PackedImage image, String index, Optional<String> mask, int side) {
    int channels = image.channels();
    long row = (long) PIXELS_PER_ROW * channels;
    String table = graph.reshape(image.name(), -1, row);
    String windows = graph.reshape(graph.gather(table, index, 0), 0, side, (long) side * channels);
    if (mask.isPresent()) {
      windows = graph.binary(masking(image), windows, mask.get());
    }
    String packed = graph.reshape(windows, 0, (long) side * side, channels);
    String planes = image.usedPlanes(graph.transpose(packed, 0, 2, 1));
    ChannelMap used = image.rgb().trimmed();
    return FeatureMap.of(graph.reshape(planes, 0, used.stored(), side, side), used, side, side);
  }

  private static String masking(PackedImage image) {
    return image.bytes() ? "BitwiseAnd" : "Mul";
  }

  /** What leaves the picture as it is and zeroes what is beyond it, in the picture's own type. */
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
    if (image.bytes()) {
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

  private FeatureMap cropped(FeatureMap images) {
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

  /**
   * Runs of four pixels are the unit of writing: a block is four of them.
   *
   * @param refined windows in cells, channels first
   */
  private List<String> writeBack(
      String refined, Tiles tiles, String blockMask, PackedImage source, List<String> unrefined) {
    int block = GraphGeometry.BLOCK;
    int channels = format.channels();
    long run = (long) block * channels;
    long cell = FeatureMap.CELL;
    long cells = block / cell;
    String split =
        graph.reshape(
            graph.transpose(refined, 0, 2, 3, 1),
            new long[] {-1, tileBlocks, cells, tileBlocks, cells, cell, cell * channels});
    String packed = graph.transpose(split, 0, 1, 3, 2, 5, 4, 6);
    String runs = graph.reshape(packed, -1, block, run);
    String index = runIndex(tiles);
    if (tileBlocks > 1) {
      String chosen = selectedInTiles(tiles, blockMask);
      runs = graph.node("Compress", List.of(runs, chosen), attribute("axis", 0));
      index = graph.node("Compress", List.of(index, chosen), attribute("axis", 0));
    }
    String numbers = graph.reshape(index, -1);
    List<String> finished =
        finish.withSource(graph, graph.reshape(runs, -1, run), source.runs(block, numbers));
    List<String> written = new ArrayList<>();
    for (int i = 0; i < finished.size(); i++) {
      String table = graph.reshape(unrefined.get(i), -1, run);
      String all =
          graph.node("ScatterND", List.of(table, graph.reshape(numbers, -1, 1), finished.get(i)));
      written.add(graph.reshape(all, geometry.paddedHeight(), geometry.blocksAcross() * run));
    }
    return written;
  }

  /** Of each block of each tile, the numbers of its four runs: int64 {@code [blocks, 4]}. */
  private String runIndex(Tiles tiles) {
    int block = GraphGeometry.BLOCK;
    int across = geometry.blocksAcross();
    long[] offsets = new long[tileBlocks * tileBlocks * block];
    int next = 0;
    for (int y = 0; y < tileBlocks; y++) {
      for (int x = 0; x < tileBlocks; x++) {
        for (int line = 0; line < block; line++) {
          offsets[next++] = (long) (y * block + line) * across + x;
        }
      }
    }
    long tileRow = (long) tileBlocks * block * across;
    String starts =
        graph.binary(
            "Add",
            graph.binary("Mul", tiles.rows, graph.longs(tileRow)),
            graph.binary("Mul", tiles.columns, graph.longs(tileBlocks)));
    String sum =
        graph.binary(
            "Add", graph.reshape(starts, -1, 1), graph.reshape(graph.longs(offsets), 1, -1));
    return graph.reshape(sum, -1, block);
  }

  /** Which blocks of the tiles are selected: bool {@code [blocks]}. */
  private String selectedInTiles(Tiles tiles, String blockMask) {
    String number =
        graph.binary(
            "Add", graph.binary("Mul", tiles.rows, graph.longs(grid.across())), tiles.columns);
    String chosen = graph.gather(grid.blocksByTile(graph, blockMask), number, 0);
    return graph.cast(graph.reshape(chosen, -1), DataType.BOOL);
  }
}
