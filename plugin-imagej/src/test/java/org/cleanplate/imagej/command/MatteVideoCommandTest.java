package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of four pictures in which the subject is one bright pixel that moves right. */
class MatteVideoCommandTest {
  private static final int SIZE = 8;
  private static final int FRAMES = 4;

  @TempDir private Path folder;

  private final MatteVideoRunner matting = new MatteVideoRunner();

  @BeforeEach
  void writePictures() throws IOException {
    Path walk = Files.createDirectory(folder.resolve("walk"));
    for (int frame = 1; frame <= FRAMES; frame++) {
      ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
      pixels.set(frame, 2, 200);
      save(pixels, walk.resolve("frame" + frame + ".png"));
    }
    save(new ByteProcessor(SIZE, SIZE), folder.resolve("plate.png"));
    save(new ByteProcessor(3, 3), folder.resolve("small.png"));
  }

  @AfterEach
  void closeImages() {
    matting.close();
  }

  @Test
  void mattesAFolderOfPicturesIntoPictures() throws IOException {
    assertTrue(run("background=[DIR/plate.png] preset=png alpha foreground"), matting.log());
    Path alpha = folder.resolve("out/walk-alpha");
    assertEquals(FRAMES, count(alpha));
    ImagePlus third = IJ.openImage(alpha.resolve("walk-alpha_00003.png").toString());
    assertEquals(255, third.getProcessor().get(3, 2));
    assertEquals(0, third.getProcessor().get(2, 2));
    assertTrue(matting.log().contains(alpha.toString()), matting.log());
    assertTrue(matting.log().contains(folder.resolve("out/walk-foreground").toString()));
  }

  @Test
  void leavesANoteBesideEachResult() throws IOException {
    assertTrue(run("background=[DIR/plate.png] preset=png alpha foreground"), matting.log());
    for (String output : List.of("alpha", "foreground")) {
      String note = Files.readString(folder.resolve("out/walk-" + output + ".cleanplate.json"));
      for (String fact :
          List.of(
              "\"files\" : 4",
              "\"model\" : \"difference\"",
              "\"sha256\" : \"0123abcd\"",
              "\"device\" : \"test device\"",
              "\"fallback\" : \"no such device here\"",
              "\"plate\" : \"file " + folder + "/plate.png\"",
              "\"frames\" : \"4\"",
              "\"version\" : \"0.1.0\"",
              "\"path\" : \"" + folder.resolve("walk") + "\"",
              "background=" + folder + "/plate.png")) {
        assertTrue(note.contains(fact), "no " + fact + " in:\n" + note);
      }
      assertTrue(note.matches("(?s).*\"date\" : \"20\\d\\d-\\d\\d-\\d\\dT.*"), note);
    }
  }

  @Test
  void stretchesPicturesOfLittleContrastAndGivesTheirColoursBack() throws IOException {
    Path faint = Files.createDirectory(folder.resolve("faint"));
    ByteProcessor plate = new ByteProcessor(SIZE, SIZE);
    for (int i = 0; i < SIZE * SIZE; i++) {
      plate.set(i, 100 + i / 4);
    }
    save(plate, folder.resolve("faint.png"));
    for (int frame = 1; frame <= FRAMES; frame++) {
      ImageProcessor pixels = plate.duplicate();
      pixels.set(frame, 2, 125);
      save(pixels, faint.resolve("frame" + frame + ".png"));
    }
    String options = "background=[DIR/faint.png] preset=png alpha foreground detail=network";

    assertTrue(runOn("faint", options + " contrast=off"), matting.log());
    assertFalse(note("faint").contains("\"contrast\" :"), note("faint"));
    assertTrue(runOn("faint", options), matting.log());

    assertTrue(note("faint").contains("\"contrast\" : \"38.2.."), note("faint"));
    assertTrue(matting.log().contains("the network is shown 38.2.."), matting.log());
    Path third = folder.resolve("out/faint-foreground/faint-foreground_00003.png");
    assertEquals(125, IJ.openImage(third.toString()).getProcessor().get(3, 2) & 255, 1);
  }

  private String note(String name) throws IOException {
    return Files.readString(folder.resolve("out/" + name + "-foreground.cleanplate.json"));
  }

  @Test
  void filesSayOfThemselvesWhatTheyWereMadeWith() throws IOException {
    String said =
        "Cleanplate 0.1.0; model difference, sha256 0123abcd; test device, because no such";
    assertTrue(run("background=[DIR/plate.png] preset=tiff alpha"), matting.log());
    Path picture = folder.resolve("out/walk-alpha/walk-alpha_00001.tif");
    String description = IJ.openImage(picture.toString()).getOriginalFileInfo().description;
    assertTrue(description.contains(said), description);
    assertTrue(description.contains("background=" + folder + "/plate.png"), description);
    assertTrue(run("background=[DIR/plate.png] preset=mkv alpha"), matting.log());
    Path video = folder.resolve("out/walk-alpha.mkv");
    String bytes = Files.readString(video, StandardCharsets.ISO_8859_1);
    assertTrue(bytes.contains(said), "no comment in the video");
  }

  @Test
  void mattesARangeAgainstAnOpenImage() throws IOException {
    matting.macro().open(new ImagePlus("my plate", new ByteProcessor(SIZE, SIZE)));
    assertTrue(run("background=[my plate] preset=tiff alpha first=2 frames=2"), matting.log());
    Path alpha = folder.resolve("out/walk-alpha");
    assertEquals(2, count(alpha));
    ImagePlus second = IJ.openImage(alpha.resolve("walk-alpha_00002.tif").toString());
    assertEquals(255, second.getProcessor().get(2, 2));
  }

  @Test
  void takesAFrameOrTheMedianAsPlate() throws IOException {
    assertTrue(run("background=[frame 4] preset=png alpha frames=1"), matting.log());
    Path first = folder.resolve("out/walk-alpha/walk-alpha_00001.png");
    assertEquals(255, IJ.openImage(first.toString()).getProcessor().get(4, 2));
    assertTrue(run("background=median preset=png alpha frames=1"), matting.log());
    assertEquals(0, IJ.openImage(first.toString()).getProcessor().get(4, 2));
  }

  /** The plates are the frames themselves, but for the second. */
  @Test
  void takesAnotherRecordingAsPlateFrameByFrame() throws IOException {
    Path plates = Files.createDirectory(folder.resolve("plates"));
    for (int frame = 1; frame <= FRAMES; frame++) {
      ByteProcessor pixels = new ByteProcessor(SIZE, SIZE);
      if (frame != 2) {
        pixels.set(frame, 2, 200);
      }
      save(pixels, plates.resolve("plate" + frame + ".png"));
    }
    assertTrue(run("background=[DIR/plates] preset=png alpha align=off"), matting.log());
    assertTrue(matting.log().contains("background: plates, frame by frame"), matting.log());
    for (int frame = 1; frame <= FRAMES; frame++) {
      Path alpha = folder.resolve("out/walk-alpha/walk-alpha_0000" + frame + ".png");
      int expected = frame == 2 ? 255 : 0;
      assertEquals(expected, IJ.openImage(alpha.toString()).getProcessor().get(frame, 2));
    }
  }

  @Test
  void makesAPlateForEachRange() throws IOException {
    assertTrue(run("background=maximum plate_range=3 preset=png alpha"), matting.log());
    Path first = folder.resolve("out/walk-alpha/walk-alpha_00001.png");
    assertEquals(0, IJ.openImage(first.toString()).getProcessor().get(1, 2), "as in the maximum");
    assertEquals(255, IJ.openImage(first.toString()).getProcessor().get(3, 2));
    assertEquals(0, IJ.openImage(first.toString()).getProcessor().get(4, 2), "not in its range");
    assertTrue(matting.log().contains("maximum of up to 75 frames for each 3"), matting.log());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "background=[DIR/missing.png] preset=png | neither an open image nor a file",
        "background=[DIR/small.png] preset=png | is 3x3 but \"walk\" is 8x8",
        "background=[DIR/walk/frame1.png] preset=png | identical to frame 0",
        "background=[frame 9] preset=png | ends before it",
        "background=median preset=png first=9 | ends before it",
        "background=median preset=mp4 cutout | holds no alpha",
        "background=median preset=png treshold=1 | did you mean \"threshold\"",
      })
  void endsTheMacroAndLeavesNothing(String options, String reason) {
    assertFalse(run(options));
    assertTrue(matting.log().contains(reason), matting.log());
    assertFalse(Files.exists(folder.resolve("out")), "the folder that it made is gone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.mp4 | does not exist",
        "empty.mp4 | is empty (0 bytes): copy it again",
        "text.mp4 | text.mp4 cannot be read as a video",
        "sound.wav | sound.wav has no video stream",
      })
  void endsTheMacroForWhatIsNoVideo(String name, String reason) throws IOException {
    Files.createFile(folder.resolve("empty.mp4"));
    Files.writeString(folder.resolve("text.mp4"), "This is no video.\n".repeat(99));
    ByteBuffer wave = ByteBuffer.allocate(4044).order(ByteOrder.LITTLE_ENDIAN);
    wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4036);
    wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wave.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
    wave.putShort((short) 2).putShort((short) 16);
    wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4000);
    Files.write(folder.resolve("sound.wav"), wave.array());
    String options = "video=[DIR/NAME] background=median output=[DIR/out]".replace("NAME", name);
    assertFalse(matting.run(inFolder(options)));
    assertTrue(matting.log().contains(reason), matting.log());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void refusesAnOutputFolderThatIsAFile() {
    String options = "video=[DIR/walk] background=median preset=png output=[DIR/plate.png]";
    assertFalse(matting.run(inFolder(options)));
    assertTrue(matting.log().contains("a file has that name"), matting.log());
  }

  private boolean run(String options) {
    return runOn("walk", options);
  }

  private boolean runOn(String video, String options) {
    return matting.run(inFolder("video=[DIR/" + video + "] output=[DIR/out] " + options));
  }

  private String inFolder(String options) {
    return options.replace("DIR", folder.toString());
  }

  private static void save(ImageProcessor pixels, Path file) {
    new FileSaver(new ImagePlus("", pixels)).saveAsPng(file.toString());
  }

  private static long count(Path pictures) throws IOException {
    try (Stream<Path> files = Files.list(pictures)) {
      return files.count();
    }
  }
}
