package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;

/**
 * The published ONNX file over a video in a plain loop: decode, to floats, infer on all cores, to
 * bytes, encode. The same decoder and encoders as ours. A child of the benchmark.
 */
final class PublishedVideoRun implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final OnnxTensor source;
  private final OnnxTensor cleanPlate;
  private final FloatBuffer sourcePlanes;
  private final Matte matte;

  private PublishedVideoRun(Path onnx, FrameFormat format, Frame plate) throws OrtException {
    Frame sourceFloats = floats(format);
    Frame plateFloats = floats(format);
    sourcePlanes = sourceFloats.pixels().asFloatBuffer();
    toPlanes(plate.pixels(), plateFloats.pixels().asFloatBuffer());
    long[] shape = {1, 3, format.height(), format.width()};
    source = OnnxTensor.createTensor(environment, sourceFloats.pixels().asFloatBuffer(), shape);
    cleanPlate = OnnxTensor.createTensor(environment, plateFloats.pixels().asFloatBuffer(), shape);
    matte =
        new Matte(
            Map.of(
                Layer.ALPHA_8,
                Frame.allocate(
                    new FrameFormat(format.width(), format.height(), Layer.ALPHA_8.layout())),
                Layer.FOREGROUND_8,
                Frame.allocate(
                    new FrameFormat(
                        format.width(), format.height(), Layer.FOREGROUND_8.layout()))));
    try (OrtSession.SessionOptions options =
        RuntimeOptions.threads(Runtime.getRuntime().availableProcessors())) {
      session = environment.createSession(onnx.toString(), options);
    }
  }

  private static Frame floats(FrameFormat format) {
    return Frame.allocate(new FrameFormat(format.width(), format.height(), PixelLayout.RGB_FLOAT));
  }

  /** Arguments: video, clean plate, folder for the output, ONNX file. */
  public static void main(String[] arguments) throws IOException {
    VideoClip clip = new VideoClip(Path.of(arguments[0]), Path.of(arguments[1]));
    Path folder = Path.of(arguments[2]);
    Path onnx = Path.of(arguments[3]);
    System.out.println(RunFigures.of(() -> matte(clip, folder, onnx)).toLine());
  }

  private static long matte(VideoClip clip, Path folder, Path onnx) throws IOException {
    try (FrameSource video = VideoFrameSource.open(clip.video());
        PublishedVideoRun run = new PublishedVideoRun(onnx, video.format(), clip.readCleanPlate());
        VideoFrameSink alpha = sink(folder, Layer.ALPHA_8, video);
        VideoFrameSink foreground = sink(folder, Layer.FOREGROUND_8, video)) {
      Frame frame = Frame.allocate(video.format());
      long frames = 0;
      while (video.read(frame)) {
        run.compute(frame);
        alpha.write(run.matte);
        foreground.write(run.matte);
        frames++;
      }
      alpha.finish();
      foreground.finish();
      return frames;
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  private static VideoFrameSink sink(Path folder, Layer layer, FrameSource video)
      throws IOException {
    Path file = folder.resolve("published-" + layer + ".mp4");
    return VideoFrameSink.create(file, layer, video.format(), video.framesPerSecond());
  }

  private void compute(Frame frame) throws OrtException {
    toPlanes(frame.pixels(), sourcePlanes);
    try (OrtSession.Result result =
        session.run(Map.of("src", source, "bgr", cleanPlate), Set.of("pha", "fgr"))) {
      FloatBuffer alpha = ((OnnxTensor) result.get("pha").orElseThrow()).getFloatBuffer();
      FloatBuffer foreground = ((OnnxTensor) result.get("fgr").orElseThrow()).getFloatBuffer();
      toBytes(alpha, matte.layer(Layer.ALPHA_8).pixels());
      toPixels(foreground, matte.layer(Layer.FOREGROUND_8).pixels());
    }
    matte.stamp(frame);
  }

  private static void toPlanes(ByteBuffer bgra, FloatBuffer planes) {
    int count = bgra.limit() / 4;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < count; i++) {
        planes.put(c * count + i, (bgra.get(4 * i + 2 - c) & 255) / 255f);
      }
    }
  }

  private static void toBytes(FloatBuffer values, ByteBuffer bytes) {
    for (int i = 0; i < bytes.limit(); i++) {
      bytes.put(i, level(values.get(i)));
    }
  }

  private static void toPixels(FloatBuffer planes, ByteBuffer bgra) {
    int count = bgra.limit() / 4;
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < 3; c++) {
        bgra.put(4 * i + 2 - c, level(planes.get(c * count + i)));
      }
      bgra.put(4 * i + 3, (byte) 255);
    }
  }

  /** The network clamps to 0..1. */
  private static byte level(float value) {
    return (byte) (value * 255 + 0.5f);
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
