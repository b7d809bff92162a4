package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.PixelLayout;

/**
 * The published ONNX file run bare: float planes that lie ready go in, alpha and foreground come
 * out, and nothing of ours is round it. So it is measured at its best, without the conversions that
 * a host with 8-bit pixels needs before and after.
 */
final class PublishedFile implements Contestant {
  private static final Set<String> OUTPUTS = Set.of("pha", "fgr");

  private final Path file;
  private final OrtSession session;
  private final OnnxTensor source;
  private final OnnxTensor cleanPlate;

  private PublishedFile(Path file, Frame source, Frame cleanPlate) {
    this.file = file;
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = RuntimeOptions.oneThread()) {
      session = environment.createSession(file.toString(), options);
      this.source = tensor(environment, source);
      this.cleanPlate = tensor(environment, cleanPlate);
    } catch (OrtException e) {
      throw new MattingException("Cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a file on one thread.
   *
   * @throws MattingException if the runtime does not take the file
   */
  static PublishedFile open(BenchmarkOptions.Size size, Path file, PicturePair pictures) {
    FrameFormat format = new FrameFormat(size.width(), size.height(), PixelLayout.RGB_FLOAT);
    return new PublishedFile(file, pictures.sourceAs(format), pictures.cleanPlateAs(format));
  }

  private static OnnxTensor tensor(OrtEnvironment environment, Frame planes) throws OrtException {
    long[] shape = {1, 3, planes.format().height(), planes.format().width()};
    return OnnxTensor.createTensor(environment, planes.pixels().asFloatBuffer(), shape);
  }

  @Override
  public void run() {
    try {
      compute().close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private OrtSession.Result compute() throws OrtException {
    return session.run(inputs(), OUTPUTS);
  }

  private Map<String, OnnxTensor> inputs() {
    return Map.of("src", source, "bgr", cleanPlate);
  }

  @Override
  public StageProfile profile() throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return StageProfile.of(
        options -> environment.createSession(file.toString(), options), inputs(), OUTPUTS);
  }

  @Override
  public float[] alpha() {
    try (OrtSession.Result result = compute()) {
      OnnxTensor alpha = (OnnxTensor) result.get("pha").orElseThrow();
      FloatBuffer values = alpha.getFloatBuffer();
      float[] copy = new float[values.remaining()];
      values.get(copy);
      return copy;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    source.close();
    cleanPlate.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
