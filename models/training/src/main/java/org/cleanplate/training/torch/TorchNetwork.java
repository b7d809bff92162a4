package org.cleanplate.training.torch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.CoarseMatte;
import org.cleanplate.network.MattingBase;
import org.cleanplate.network.Refiner;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.training.RefinementPlan;

/** The whole network on libtorch, in the forms in which it is trained. */
final class TorchNetwork {
  private static final int BLOCK = 4;

  private final MattingBase base;
  private final Refiner refiner;
  private final Map<String, Tensor> parameters;

  /**
   * What the network says about a batch.
   *
   * @param coarse the base network's alpha, foreground and error
   * @param fine alpha and foreground at full size; empty if the base works alone
   */
  record Prediction(Coarse coarse, Optional<Fine> fine) {
    /** Of the smaller size, {@code [batch, 1 | 3 | 1, height, width]}. */
    record Coarse(Tensor alpha, Tensor foreground, Tensor error) {}

    /** Of the batch's size, {@code [batch, 1 | 3, height, width]}. */
    record Fine(Tensor alpha, Tensor foreground) {}

    /** The best alpha there is. */
    Tensor alpha() {
      return fine.map(Fine::alpha).orElse(coarse.alpha());
    }
  }

  TorchNetwork(Architecture architecture, Map<String, Tensor> parameters) {
    this.base = new MattingBase(architecture);
    this.refiner = new Refiner(architecture);
    this.parameters = parameters;
  }

  /** The base network alone, at the batch's own size. */
  Prediction base(Batch batch, TorchOps.Mode mode) {
    TorchOps ops = new TorchOps(parameters, mode);
    CoarseMatte<Tensor> matte = base.forward(ops, batch.images());
    return new Prediction(coarse(ops, matte, batch.source()), Optional.empty());
  }

  /**
   * Base and refiner; sides of the batch are multiples of 4.
   *
   * @param backboneScale size of the base network's pictures against the batch's
   */
  Prediction refined(Batch batch, double backboneScale, RefinementPlan plan, TorchOps.Mode mode) {
    long height = (long) (batch.height() * backboneScale);
    long width = (long) (batch.width() * backboneScale);
    Tensor images = batch.images();
    Tensor small = TorchOps.resize(images, height, width);
    TorchOps ops = new TorchOps(parameters, mode);
    CoarseMatte<Tensor> matte =
        plan.freezeBase() ? frozen(small, mode.evaluating()) : base.forward(ops, small);
    Tensor residual = matte.foregroundResidual().to(torch.ScalarType.Float);
    Tensor coarse = ops.concat(List.of(matte.alpha(), residual));
    Tensor refined =
        plan.refinement() instanceof Refinement.Sampling sampling
            ? patches(ops, matte, coarse, images, sampling)
            : dense(ops, matte, coarse, images);
    Tensor foreground = ops.clampToUnit(ops.slice(refined, 1, 3).add(batch.source()));
    return new Prediction(
        coarse(ops, matte, ops.slice(small, 0, 3)),
        Optional.of(new Prediction.Fine(ops.clampToUnit(ops.slice(refined, 0, 1)), foreground)));
  }

  /** A coarse matte that nothing is learnt from but its hidden channels. */
  private CoarseMatte<Tensor> frozen(Tensor small, TorchOps.Mode mode) {
    TorchOps ops = new TorchOps(parameters, mode);
    Tensor features = Scopes.withoutGradients(() -> base.features(ops, small));
    CoarseMatte<Tensor> matte = base.predict(ops, features);
    return new CoarseMatte<>(
        matte.alpha().detach(),
        matte.foregroundResidual().detach(),
        matte.error().detach(),
        matte.hidden());
  }

  private static Prediction.Coarse coarse(TorchOps ops, CoarseMatte<Tensor> matte, Tensor source) {
    return new Prediction.Coarse(
        matte.alpha(), ops.clampToUnit(matte.foregroundResidual().add(source)), matte.error());
  }

  private Tensor dense(TorchOps ops, CoarseMatte<Tensor> matte, Tensor coarse, Tensor images) {
    Tensor context = half(ops.concat(List.of(matte.hidden(), coarse)), images);
    return refiner.dense(ops, context, half(images, images), images);
  }

  private Tensor patches(
      TorchOps ops,
      CoarseMatte<Tensor> matte,
      Tensor coarse,
      Tensor images,
      Refinement.Sampling sampling) {
    long rows = images.size(2) / BLOCK;
    long columns = images.size(3) / BLOCK;
    BlockPatches blocks =
        BlockPatches.select(TorchOps.resize(matte.error(), rows, columns), sampling);
    Tensor enlarged = TorchOps.resize(coarse, images.size(2), images.size(3));
    if (blocks.isEmpty()) {
      return enlarged;
    }
    int halfMargin = refiner.halfMargin();
    int fullMargin = refiner.fullMargin();
    Tensor context = half(ops.concat(List.of(matte.hidden(), coarse)), images);
    Tensor halfMap = ops.concat(List.of(context, half(images, images)));
    Tensor x = blocks.crop(table(ops, halfMap, halfMargin), BLOCK / 2, BLOCK / 2 + 2 * halfMargin);
    Tensor y = blocks.crop(table(ops, images, fullMargin), BLOCK, BLOCK + 2 * fullMargin);
    Tensor upsampled = ops.upsampleNearest(refiner.half(ops, x, 0));
    return blocks.replace(enlarged, refiner.full(ops, ops.concat(List.of(upsampled, y))));
  }

  private static Tensor table(TorchOps ops, Tensor map, int margin) {
    Tensor padded = ops.zeroPad(map, margin);
    return padded.requires_grad() ? padded : ops.narrowed(padded);
  }

  private static Tensor half(Tensor x, Tensor images) {
    return TorchOps.resize(x, images.size(2) / 2, images.size(3) / 2);
  }
}
