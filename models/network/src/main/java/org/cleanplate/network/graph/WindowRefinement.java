package org.cleanplate.network.graph;

import static org.cleanplate.network.graph.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.network.Refiner;

/**
 * Refines the selected blocks alone: cuts a window round each tile that holds one, convolves all
 * the windows as a batch and writes the selected blocks over the unrefined result.
 */
final class WindowRefinement {
  private final OnnxOps ops;
  private final GraphBuilder graph;
  private final GraphGeometry geometry;
  private final MergedFormat format;
  private final PixelFinish finish;
  private final Refiner refiner;
  private final TileGrid grid;
  private final int tileBlocks;
  private final TileWindows windows;

  WindowRefinement(OnnxOps ops, GraphOptions options, Refiner refiner, TileGrid grid) {
    this.ops = ops;
    this.graph = ops.graph();
    this.geometry = options.geometry();
    this.format = MergedFormat.of(options);
    this.finish = new PixelFinish(options);
    this.refiner = refiner;
    this.grid = grid;
    this.tileBlocks = grid.tileBlocks();
    this.windows = new TileWindows(ops, options, refiner, tileBlocks);
  }

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
    TileWindows.Tiles tiles =
        new TileWindows.Tiles(
            graph.reshape(positions.get(0), -1), graph.reshape(positions.get(1), -1));
    String refined = refined(coarse, source, cleanPlate, tiles);
    return writeBack(refined, tiles, blockMask, source, unrefined);
  }

  /**
   * Writes the blocks of a fixed number over {@code unrefined}, product by product. The grid must
   * be that of single blocks.
   *
   * @param coarse hidden channels, alpha, residual at coarse size
   * @param unrefined the products of the coarse matte
   * @return the same with the selected blocks refined
   */
  List<String> refineFixed(
      FeatureMap coarse,
      PackedImage source,
      PackedImage cleanPlate,
      FixedSelection selection,
      List<String> unrefined) {
    TileWindows.Tiles tiles = new TileWindows.Tiles(selection.rows(), selection.columns());
    String refined = refined(coarse, source, cleanPlate, tiles);
    String numbers = graph.reshape(runIndex(tiles), -1);
    List<String> finished = finishedRuns(runs(refined), numbers, source);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < finished.size(); i++) {
      String table = table(unrefined.get(i));
      String kept =
          selection.keepUnwanted(
              graph, finished.get(i), graph.gather(table, numbers, 0), GraphGeometry.BLOCK);
      written.add(scattered(table, numbers, kept));
    }
    return written;
  }

  /** Alpha and residual of each tile, in cells, {@code [tiles, stored channels, side, side]}. */
  private String refined(
      FeatureMap coarse, PackedImage source, PackedImage cleanPlate, TileWindows.Tiles tiles) {
    FeatureMap images = windows.images(source, cleanPlate, tiles);
    FeatureMap halfCoarse = coarse.eachPart(part -> windows.coarse(part, tiles));
    FeatureMap halfResolution = ops.concat(List.of(halfCoarse, ops.averagePool(images)));
    FeatureMap half = refiner.half(ops, halfResolution, 0);
    FeatureMap upsampled =
        ops.upsampleNearest(windows.batch(ops.name(half), half.channels(), half.width()));
    FeatureMap refined = refiner.full(ops, ops.concat(List.of(upsampled, windows.cropped(images))));
    return ops.name(format.deliveredBy(refined));
  }

  /** Runs of four pixels are the unit of writing: a block is four of them. */
  private List<String> writeBack(
      String refined,
      TileWindows.Tiles tiles,
      String blockMask,
      PackedImage source,
      List<String> unrefined) {
    String runs = runs(refined);
    String index = runIndex(tiles);
    if (tileBlocks > 1) {
      String chosen = selectedInTiles(tiles, blockMask);
      runs = graph.node("Compress", List.of(runs, chosen), attribute("axis", 0));
      index = graph.node("Compress", List.of(index, chosen), attribute("axis", 0));
    }
    String numbers = graph.reshape(index, -1);
    List<String> finished = finishedRuns(runs, numbers, source);
    List<String> written = new ArrayList<>();
    for (int i = 0; i < finished.size(); i++) {
      written.add(scattered(table(unrefined.get(i)), numbers, finished.get(i)));
    }
    return written;
  }

  /** Values in a run of four pixels. */
  private long runLength() {
    return (long) GraphGeometry.BLOCK * format.channels();
  }

  /** Refined tiles as the runs of their blocks, {@code [blocks, 4, run]}. */
  private String runs(String refined) {
    long cell = FeatureMap.CELL;
    long cells = GraphGeometry.BLOCK / cell;
    String split =
        graph.reshape(
            graph.transpose(refined, 0, 2, 3, 1),
            new long[] {-1, tileBlocks, cells, tileBlocks, cells, cell, cell * format.channels()});
    String packed = graph.transpose(split, 0, 1, 3, 2, 5, 4, 6);
    return graph.reshape(packed, -1, GraphGeometry.BLOCK, runLength());
  }

  private List<String> finishedRuns(String runs, String numbers, PackedImage source) {
    String residual = graph.toExact(graph.reshape(runs, -1, runLength()));
    return finish.withSource(graph.exact(), residual, source.runs(GraphGeometry.BLOCK, numbers));
  }

  /** A product of the whole picture as its runs. */
  private String table(String product) {
    return graph.reshape(product, -1, runLength());
  }

  private String scattered(String table, String numbers, String runs) {
    String all = graph.node("ScatterND", List.of(table, graph.reshape(numbers, -1, 1), runs));
    return graph.reshape(all, geometry.paddedHeight(), geometry.blocksAcross() * runLength());
  }

  /** Of each block of each tile, the numbers of its four runs: int64 {@code [blocks, 4]}. */
  private String runIndex(TileWindows.Tiles tiles) {
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
            graph.binary("Mul", tiles.rows(), graph.longs(tileRow)),
            graph.binary("Mul", tiles.columns(), graph.longs(tileBlocks)));
    String sum =
        graph.binary(
            "Add", graph.reshape(starts, -1, 1), graph.reshape(graph.longs(offsets), 1, -1));
    return graph.reshape(sum, -1, block);
  }

  /** Which blocks of the tiles are selected: bool {@code [blocks]}. */
  private String selectedInTiles(TileWindows.Tiles tiles, String blockMask) {
    String number =
        graph.binary(
            "Add", graph.binary("Mul", tiles.rows(), graph.longs(grid.across())), tiles.columns());
    String chosen = graph.gather(grid.blocksByTile(graph, blockMask), number, 0);
    return graph.cast(graph.reshape(chosen, -1), DataType.BOOL);
  }
}
