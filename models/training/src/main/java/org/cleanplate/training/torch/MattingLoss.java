package org.cleanplate.training.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.cleanplate.training.TrainingLosses;

/**
 * The published losses (Lin et al. 2021, equations 1 to 4, and their code) and the Paddle
 * reproduction's Laplacian term.
 */
final class MattingLoss {
  private final double laplacianWeight;
  private final SobelMagnitude sobel;
  private final LaplacianPyramid laplacian;

  /**
   * Differentiable losses of one batch, scalars.
   *
   * @param laplacian times its weight; zero without it
   */
  record Terms(Tensor alpha, Tensor edges, Tensor foreground, Tensor error, Tensor laplacian) {

    Tensor total() {
      return alpha.add(edges).add(foreground).add(error).add(laplacian);
    }

    TrainingLosses values() {
      return new TrainingLosses(
          total().item_float(),
          alpha.item_float(),
          edges.item_float(),
          foreground.item_float(),
          error.item_float(),
          laplacian.item_float());
    }

    Terms plus(Terms other) {
      return new Terms(
          alpha.add(other.alpha),
          edges.add(other.edges),
          foreground.add(other.foreground),
          error.add(other.error),
          laplacian.add(other.laplacian));
    }
  }

  /**
   * Losses.
   *
   * @param laplacianWeight 0 for none
   */
  MattingLoss(double laplacianWeight, Device device) {
    this.laplacianWeight = laplacianWeight;
    this.sobel = new SobelMagnitude(device);
    this.laplacian = new LaplacianPyramid(device);
  }

  /** Of the base alone or of both resolutions, as the prediction has them. */
  Terms of(TorchNetwork.Prediction prediction, Batch truth) {
    return prediction
        .fine()
        .map(fine -> refined(prediction.coarse(), fine, truth))
        .orElseGet(() -> base(prediction.coarse(), truth));
  }

  private Terms base(TorchNetwork.Prediction.Coarse found, Batch truth) {
    Tensor realError = found.alpha().detach().sub(truth.alpha()).abs();
    return matte(found.alpha(), found.foreground(), truth.alpha(), truth.foreground())
        .plus(error(found.error(), realError));
  }

  /**
   * Published code compares errors at full size, and lets their gradient pass through alpha, in
   * this stage only.
   */
  private Terms refined(
      TorchNetwork.Prediction.Coarse coarse, TorchNetwork.Prediction.Fine fine, Batch truth) {
    long height = coarse.alpha().size(2);
    long width = coarse.alpha().size(3);
    Tensor smallAlpha = TorchOps.resize(truth.alpha(), height, width);
    Tensor smallForeground = TorchOps.resize(truth.foreground(), height, width);
    Tensor enlarged = TorchOps.resize(coarse.alpha(), truth.height(), truth.width());
    Tensor predictedError = TorchOps.resize(coarse.error(), truth.height(), truth.width());
    return matte(fine.alpha(), fine.foreground(), truth.alpha(), truth.foreground())
        .plus(matte(coarse.alpha(), coarse.foreground(), smallAlpha, smallForeground))
        .plus(error(predictedError, enlarged.sub(truth.alpha()).abs()));
  }

  private Terms matte(Tensor alpha, Tensor foreground, Tensor trueAlpha, Tensor trueForeground) {
    Tensor inside = trueAlpha.ne(new Scalar(0.0)).to(torch.ScalarType.Float);
    Tensor zero = torch.zeros_like(alpha.mean());
    return new Terms(
        alpha.sub(trueAlpha).abs().mean(),
        sobel.of(alpha).sub(sobel.of(trueAlpha)).abs().mean(),
        foreground.sub(trueForeground).abs().mul(inside).mean(),
        zero,
        laplacianWeight == 0
            ? zero
            : laplacian.difference(alpha, trueAlpha).mul(new Scalar(laplacianWeight)));
  }

  private static Terms error(Tensor found, Tensor real) {
    Tensor zero = torch.zeros_like(found.mean());
    Tensor squared = found.sub(real).pow(new Scalar(2.0)).mean();
    return new Terms(zero, zero, zero, squared, zero);
  }
}
