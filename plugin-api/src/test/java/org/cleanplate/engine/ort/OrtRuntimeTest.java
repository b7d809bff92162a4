package org.cleanplate.engine.ort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.progress.Cancellation;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class OrtRuntimeTest {
  private static final int ARGUMENT_CHARACTERS = 100_000;

  /** Loaded on an ordinary thread the runtime ends such a process without a word. */
  @Test
  void isLoadedInAProcessOfALongCommandLine() throws Exception {
    String output = outputOf("-Dlong=" + "x".repeat(ARGUMENT_CHARACTERS), Version.class);
    assertTrue(output.strip().startsWith("1."), output);
  }

  /**
   * The runtime frees what it computes with when the JVM ends; three in five such exits crashed.
   */
  @RepeatedTest(3)
  void endsWithAJvmThatStillComputes() throws Exception {
    assertEquals("", outputOf("-Xmx512m", ExitWhileComputing.class));
  }

  /** As a cluster's scheduler or a closed terminal does it; two in eight printed errors. */
  @RepeatedTest(3)
  void endsWithoutAWordWhenTheProcessIsTerminated() throws Exception {
    assumeFalse(isWindows(), "not run: Windows knows no SIGTERM");
    Process process = start("-Xmx512m", ComputeForEver.class);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("computes", output.readLine());
      process.toHandle().destroy();
      assertEquals("", output.lines().collect(Collectors.joining("\n")));
      assertEquals(128 + 15, process.waitFor());
    }
  }

  /** The runtime would print an error for each branch that it leaves. */
  @Test
  void aStoppedComputationPrintsNothing() throws Exception {
    assertEquals("stopped", outputOf("-Xmx512m", StopWhileRefining.class).strip());
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static String outputOf(String option, Class<?> main) throws Exception {
    Process process = start(option, main);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  private static Process start(String option, Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName())
        .redirectErrorStream(true)
        .start();
  }

  /** Prints the runtime's version. */
  static final class Version {
    public static void main(String[] arguments) {
      System.out.println(OrtRuntime.environment().getVersion());
    }
  }

  /** Ends while a thread opens sessions and computes. */
  static final class ExitWhileComputing {
    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch computed = new CountDownLatch(3);
      Computing.start(computed);
      computed.await();
      System.exit(0);
    }
  }

  /** Opens sessions and computes on three threads, until it is terminated. */
  static final class ComputeForEver {
    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch computed = new CountDownLatch(6);
      for (int i = 0; i < 3; i++) {
        Computing.start(computed);
      }
      computed.await();
      System.out.println("computes");
      Thread.currentThread().join();
    }
  }

  /** Opens a session for each matte until the JVM ends, which is no error. */
  private static final class Computing {
    private static final FrameFormat FORMAT = new FrameFormat(320, 240, PixelLayout.BGRA_8);

    static void start(CountDownLatch computed) {
      Thread thread = new Thread(() -> run(computed));
      thread.setDaemon(true);
      thread.start();
    }

    private static void run(CountDownLatch computed) {
      OrtEngine engine = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 2);
      Frame frame = Frame.allocate(FORMAT);
      try {
        for (int i = 0; ; i++) {
          MattingOptions options =
              MattingOptions.of(Layer.ALPHA_8).withBackboneScale(0.25 + 0.01 * (i % 40));
          MattingSession session = engine.open(FORMAT, options);
          session.compute(frame, frame, session.allocateMatte(), new Cancellation());
          computed.countDown();
        }
      } catch (CancellationException e) {
        // What a user would see as a run that was cancelled.
      }
    }
  }

  /** Cancels at twelve moments of a computation that refines most of the time. */
  static final class StopWhileRefining {
    private static final int MOMENTS = 12;
    private static final FrameFormat FORMAT = new FrameFormat(640, 480, PixelLayout.BGRA_8);

    public static void main(String[] arguments) throws InterruptedException {
      OrtEngine engine = OrtEngine.open(RandomModel.of(3), new Device.Cpu(), 2);
      MattingSession session =
          engine.open(
              FORMAT,
              MattingOptions.of(Layer.ALPHA_8)
                  .withBackboneScale(0.125)
                  .withRefinement(new Refinement.Sampling(640 * 480, true)));
      compute(session, new Cancellation());
      long start = System.nanoTime();
      compute(session, new Cancellation());
      long nanos = System.nanoTime() - start;
      int stopped = 0;
      Timer timer = new Timer(true);
      for (int moment = 0; moment < MOMENTS; moment++) {
        Cancellation cancellation = new Cancellation();
        timer.schedule(cancelling(cancellation), nanos * moment / MOMENTS / 1_000_000);
        try {
          compute(session, cancellation);
        } catch (CancellationException e) {
          stopped++;
        }
      }
      System.out.println(stopped > 0 ? "stopped" : "too late each time");
      System.exit(0);
    }

    private static void compute(MattingSession session, Cancellation cancellation) {
      Frame frame = Frame.allocate(FORMAT);
      session.compute(frame, frame, session.allocateMatte(), cancellation);
    }

    private static TimerTask cancelling(Cancellation cancellation) {
      return new TimerTask() {
        @Override
        public void run() {
          cancellation.cancel();
        }
      };
    }
  }
}
