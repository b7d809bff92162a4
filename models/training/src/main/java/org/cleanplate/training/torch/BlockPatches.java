package org.cleanplate.training.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.network.graph.Refinement;

/**
 * The 4x4 blocks of a batch that are refined, and what cuts windows round them out of feature maps
 * and puts results back.
 *
 * <p>Windows are gathered as rows of a table {@code [pixels, channels]}: in memory that is the
 * layout convolutions want, and its gradient is the one libtorch has for embeddings, which adds
 * overlapping windows in parallel. Published code goes through {@code unfold}, whose gradient takes
 * sixteen times the memory of the map.
 */
final class BlockPatches {
  private static final int BLOCK = 4;

  private final Tensor blocks;
  private final long rows;
  private final long columns;

  private BlockPatches(Tensor blocks, long rows, long columns) {
    this.blocks = blocks;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Chooses the blocks of largest error in each picture.
   *
   * @param error {@code [batch, 1, rows, columns]}, one value a block
   */
  static BlockPatches select(Tensor error, Refinement.Sampling sampling) {
    long batch = error.size(0);
    long rows = error.size(2);
    long columns = error.size(3);
    long perPicture = rows * columns;
    long count = Math.min(sampling.pixels() / (BLOCK * BLOCK), perPicture);
    var top = torch.topk(error.detach().reshape(batch, perPicture), count, 1, true, false);
    Tensor firstOfPicture =
        torch.arange(new Scalar(batch)).to(error.device(), torch.ScalarType.Long);
    Tensor blocks =
        top.get1().add(firstOfPicture.mul(new Scalar(perPicture)).unsqueeze(1)).flatten();
    if (sampling.preventOversampling()) {
      Tensor wrong = top.get0().flatten().gt(new Scalar(0.0)).nonzero().flatten();
      blocks = blocks.index_select(0, wrong);
    }
    return new BlockPatches(blocks, rows, columns);
  }

  boolean isEmpty() {
    return blocks.numel() == 0;
  }

  /**
   * Cuts windows.
   *
   * @param map {@code [batch, channels, rows * step + 2 * margin, columns * step + 2 * margin]}
   * @param step pixels of the map that a block is wide
   * @param size side of a window
   * @return {@code [blocks, channels, size, size]}
   */
  Tensor crop(Tensor map, int step, int size) {
    long height = map.size(2);
    long width = map.size(3);
    Tensor table = map.permute(0, 2, 3, 1).reshape(map.size(0) * height * width, map.size(1));
    Tensor row = divide(blocks, columns);
    Tensor column = blocks.sub(row.mul(new Scalar(columns)));
    Tensor picture = divide(row, rows);
    Tensor rowInPicture = row.sub(picture.mul(new Scalar(rows)));
    Tensor corners =
        picture
            .mul(new Scalar(height))
            .add(rowInPicture.mul(new Scalar(step)))
            .mul(new Scalar(width))
            .add(column.mul(new Scalar(step)));
    Tensor side = torch.arange(new Scalar(size)).to(blocks.device(), torch.ScalarType.Long);
    Tensor window = side.mul(new Scalar(width)).unsqueeze(1).add(side.unsqueeze(0)).flatten();
    Tensor pixels = corners.unsqueeze(1).add(window.unsqueeze(0)).flatten();
    return torch
        .embedding(table, pixels)
        .view(blocks.numel(), size, size, map.size(1))
        .permute(0, 3, 1, 2);
  }

  private static Tensor divide(Tensor numbers, long divisor) {
    return torch.floor_divide(numbers, new Scalar(divisor));
  }

  /**
   * Writes blocks over a picture.
   *
   * @param picture {@code [batch, channels, 4 * rows, 4 * columns]}
   * @param patches {@code [blocks, channels, 4, 4]}
   * @return a new picture
   */
  Tensor replace(Tensor picture, Tensor patches) {
    long batch = picture.size(0);
    long channels = picture.size(1);
    Tensor table =
        picture
            .reshape(batch, channels, rows, BLOCK, columns, BLOCK)
            .permute(0, 2, 4, 1, 3, 5)
            .reshape(batch * rows * columns, channels * BLOCK * BLOCK);
    Tensor replaced =
        table.index_copy(0, blocks, patches.reshape(blocks.numel(), channels * BLOCK * BLOCK));
    return replaced
        .view(batch, rows, columns, channels, BLOCK, BLOCK)
        .permute(0, 3, 1, 4, 2, 5)
        .reshape(batch, channels, rows * BLOCK, columns * BLOCK);
  }
}
