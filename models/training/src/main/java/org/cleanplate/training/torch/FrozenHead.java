package org.cleanplate.training.torch;

import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.cleanplate.network.Architecture;

/**
 * Keeps what a frozen base says while its hidden channels are learnt. They come out of the same
 * convolution as alpha, foreground and error, so the optimizer sees one tensor; its weight decay
 * would wear away the rows that have no gradient.
 */
final class FrozenHead implements AutoCloseable {
  private final List<Rows> frozen;

  /** The rows of one parameter that must not change, and how they were. */
  private record Rows(Tensor live, Tensor kept) {
    static Rows of(Tensor parameter) {
      Tensor rows = parameter.detach().narrow(0, 0, Architecture.COARSE_CHANNELS);
      return new Rows(Tensors.keep(rows), Tensors.keep(rows.clone()));
    }
  }

  /**
   * Remembers the rows as they are now.
   *
   * @param parameters by their names; they stay the caller's
   */
  FrozenHead(Map<String, Tensor> parameters) {
    frozen =
        List.of(
            Rows.of(parameters.get("decoder.conv4.weight")),
            Rows.of(parameters.get("decoder.conv4.bias")));
  }

  /** To be called after each step of the optimizer. */
  void putBack() {
    frozen.forEach(rows -> rows.live().copy_(rows.kept()));
  }

  @Override
  public void close() {
    frozen.forEach(
        rows -> {
          rows.live().close();
          rows.kept().close();
        });
  }
}
