package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.video.VideoFrameSink;
import org.cleanplate.video.VideoFrameSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the macro command that end before their time, and stretches of a video. */
class ResumedVideoTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int FRAMES = 120;
  private static final int CHUNK = 10;

  @TempDir private Path folder;

  private final MatteVideoRunner matting = new MatteVideoRunner();

  @BeforeEach
  void writeVideo() throws IOException {
    try (VideoFrameSink sink =
        VideoFrameSink.create(video(), Layer.FOREGROUND_8, format(Layer.FOREGROUND_8), 30)) {
      for (int i = 0; i < FRAMES; i++) {
        sink.write(picture(i));
      }
      sink.finish();
    }
    new FileSaver(new ImagePlus("", new ColorProcessor(WIDTH, HEIGHT)))
        .saveAsPng(folder.resolve("plate.png").toString());
  }

  @AfterEach
  void closeImages() {
    matting.close();
  }

  @Test
  void aRunKilledThreeTimesEndsLikeOneThatRanThrough() throws Exception {
    assertTrue(run("whole", "chunk=" + CHUNK), matting.log());
    Random random = new Random(20261125);
    for (int kill = 0; kill < 3; kill++) {
      int before = chunks();
      Process process = start("out");
      waitForChunks(before + 1, process);
      Thread.sleep(random.nextInt(250));
      process.destroyForcibly().waitFor();
      assertTrue(chunks() > before && chunks() < FRAMES / CHUNK, chunks() + " chunks");
      assertFalse(Files.exists(folder.resolve("out/walk-alpha.mkv")));
    }
    Process last = start("out");
    String log = new String(last.getInputStream().readAllBytes());
    assertTrue(last.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, last.exitValue(), log);
    assertTrue(log.contains("frames of an unfinished run"), log);
    for (String result : List.of("walk-alpha.mkv", "walk-foreground.mkv")) {
      assertSameFrames(
          read(folder.resolve("whole").resolve(result)),
          read(folder.resolve("out").resolve(result)));
    }
    assertEquals(List.of("walk-alpha.mkv", "walk-foreground.mkv"), names("out"));
  }

  @Test
  void escStopsWithinASecondAndLeavesWhatCanBePlayed() throws IOException {
    matting.engine().beforeFrame = this::escapeAtFrame25;
    assertFalse(run("out", "chunk=10"));
    assertTrue(System.nanoTime() - escapeNanos < 1_000_000_000L);
    assertTrue(matting.log().contains("the same run goes on with what is in"), matting.log());
    assertEquals(List.of(".walk.cleanplate"), names("out"));
    Path work = folder.resolve("out/.walk.cleanplate");
    assertEquals(10, read(work.resolve("walk-alpha-00000.mkv")).size());
    assertTrue(read(work.resolve("walk-foreground-00002.mkv")).size() < 10);

    matting.engine().beforeFrame = () -> {};
    assertTrue(run("out", "chunk=10 refinement=full"), matting.log());
    assertTrue(
        matting
            .log()
            .contains("Starts anew: the unfinished run that was found had another options"));
    assertEquals(List.of("walk-alpha.mkv", "walk-foreground.mkv"), names("out"));
  }

  @Test
  void mattesAStretchByTimeAndStep() throws IOException {
    assertTrue(run("out", "from=1 to=2 step=7"), matting.log());
    List<Frame> alpha = read(folder.resolve("out/walk-alpha.mkv"));
    // Frames 30, 37, 44, 51 and 58.
    assertEquals(5, alpha.size());
    for (int i = 0; i < 5; i++) {
      assertEquals(255, alphaAt(alpha.get(i), (30 + 7 * i) % WIDTH));
      assertEquals(Math.round(i * 7 * 1e6 / 30), alpha.get(i).timeMicros(), 1000);
    }
  }

  @Test
  void aProxyIsTheStartAtHalfSize() throws IOException {
    assertTrue(run("out", "proxy=0.5 chunk=9"), matting.log());
    List<Frame> alpha = read(folder.resolve("out/walk-proxy-alpha.mkv"));
    assertEquals(15, alpha.size());
    assertEquals("32x24", alpha.get(0).format().size());
    assertEquals(255, alphaAt(alpha.get(8), 4));
  }

  @Test
  void refusesStretchesThatMakeNoSense() {
    assertFalse(run("out", "from=9"));
    assertTrue(matting.log().contains("frame 120 at 3.96"), matting.log());
    assertFalse(run("out", "from=2 to=1"));
    assertTrue(matting.log().contains("choose an end after its start"), matting.log());
    assertFalse(run("out", "from=2 first=3"));
    assertTrue(matting.log().contains("\"first\" has no effect with from="), matting.log());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private long escapeNanos;

  private void escapeAtFrame25() {
    if (matting.engine().frames.get() == 25 && escapeNanos == 0) {
      escapeNanos = System.nanoTime();
      IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    }
    if (matting.engine().frames.get() > 20) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean run(String output, String options) {
    return matting.run(options(output) + " " + options);
  }

  private String options(String output) {
    return "video=["
        + video()
        + "] background=["
        + folder.resolve("plate.png")
        + "] align=off preset=mkv output=["
        + folder.resolve(output)
        + "]";
  }

  private Process start(String output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            options(output) + " chunk=" + CHUNK)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .start();
  }

  private void waitForChunks(int count, Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (chunks() < count) {
      assertTrue(process.isAlive() && System.nanoTime() < end, "the run does not come on");
      Thread.sleep(5);
    }
  }

  /** The whole chunks that the journal lists. */
  private int chunks() throws IOException {
    Path journal = folder.resolve("out/.walk.cleanplate/journal");
    if (!Files.exists(journal)) {
      return 0;
    }
    return (int)
        Files.readAllLines(journal).stream().filter(line -> line.matches("[0-9 ]+")).count();
  }

  private Path video() {
    return folder.resolve("walk.mkv");
  }

  private static FrameFormat format(Layer layer) {
    return new FrameFormat(WIDTH, HEIGHT, layer.layout());
  }

  /** Black but for a white column, which moves to the right. */
  private static Matte picture(int index) {
    Frame frame = Frame.allocate(format(Layer.FOREGROUND_8));
    ByteBuffer pixels = frame.pixels();
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      pixels.putInt(4 * i, i % WIDTH == index % WIDTH ? 0xFFFFFFFF : 0xFF000000);
    }
    frame.stamp(index, Math.round(index * 1e6 / 30));
    Matte matte = new Matte(Map.of(Layer.FOREGROUND_8, frame));
    matte.stamp(frame);
    return matte;
  }

  private static int alphaAt(Frame frame, int x) {
    return frame.pixels().get(4 * (5 * frame.format().width() + x)) & 0xFF;
  }

  private static List<Frame> read(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (VideoFrameSource source = VideoFrameSource.open(file)) {
      Frame frame = Frame.allocate(source.format());
      while (source.read(frame)) {
        frames.add(frame);
        frame = Frame.allocate(source.format());
      }
    }
    return frames;
  }

  private static void assertSameFrames(List<Frame> expected, List<Frame> actual) {
    assertEquals(FRAMES, actual.size());
    for (int i = 0; i < FRAMES; i++) {
      assertEquals(expected.get(i).timeMicros(), actual.get(i).timeMicros(), "time of " + i);
      assertEquals(expected.get(i).pixels(), actual.get(i).pixels(), "pixels of " + i);
    }
  }

  /** All but the notes that lie beside the results. */
  private List<String> names(String output) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(output))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".cleanplate.json"))
          .sorted()
          .toList();
    }
  }
}
