package org.cleanplate.samples.benchmark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;

/**
 * Whole frames through the engine, from bytes in memory to alpha and foreground in memory, as many
 * at a time as the engine wants.
 *
 * @param device what computed, in the engine's words
 * @param workers frames at a time
 * @param framesPerSecond by the wall clock
 * @param alpha of the frame, {@code [height, width]} bytes
 */
record GpuThroughput(String device, int workers, double framesPerSecond, byte[] alpha) {

  static GpuThroughput measure(
      Device device,
      PrecisionChoice precision,
      MattingModel.Network model,
      FrameCase frame,
      PicturePair pictures,
      int frames) {
    FrameFormat format =
        new FrameFormat(frame.size().width(), frame.size().height(), PixelLayout.BGRA_8);
    Frame source = pictures.sourceAs(format);
    Frame plate = pictures.cleanPlateAs(format);
    try (MattingEngine engine = OrtEngine.open(model, device, precision)) {
      ThreadLayout threads = engine.batchLayout(frames);
      MattingSession session = engine.open(format, frame.options(), threads);
      Matte first = session.allocateMatte();
      session.compute(source, plate, first, new Cancellation());
      double seconds = seconds(session, source, plate, threads.frameWorkers(), frames);
      return new GpuThroughput(
          engine.device(), threads.frameWorkers(), frames / seconds, alphaOf(first));
    }
  }

  private static double seconds(
      MattingSession session, Frame source, Frame plate, int workers, int frames) {
    AtomicInteger left = new AtomicInteger(frames);
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      long start = System.nanoTime();
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  Matte matte = session.allocateMatte();
                  while (left.getAndDecrement() > 0) {
                    session.compute(source, plate, matte, new Cancellation());
                  }
                },
                pool));
      }
      all.forEach(CompletableFuture::join);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      pool.shutdown();
    }
  }

  private static byte[] alphaOf(Matte matte) {
    ByteBuffer pixels = matte.layer(Layer.ALPHA_8).pixels();
    byte[] alpha = new byte[pixels.remaining()];
    pixels.get(alpha);
    return alpha;
  }

  /** Pixels whose alpha is off by more than a grey level, in percent. */
  double percentOff(GpuThroughput other) {
    long off = 0;
    for (int i = 0; i < alpha.length; i++) {
      off += Math.abs((alpha[i] & 255) - (other.alpha[i] & 255)) > 1 ? 1 : 0;
    }
    return 100.0 * off / alpha.length;
  }
}
