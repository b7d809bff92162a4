package org.cleanplate.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.ProgressListener;
import org.cleanplate.sequence.ImageFile;
import org.cleanplate.sequence.NaturalOrder;
import org.cleanplate.video.DecodeOptions;
import org.cleanplate.video.IndexedVideo;
import org.cleanplate.video.VideoIndex;

/**
 * The pictures of a folder and the folders in it, by their paths without extensions, with slashes,
 * in natural order. A video counts as a folder of its frames: {@code walk.mp4} holds {@code
 * walk/00001} and so on. One video is open at a time. Used by one thread.
 */
final class PictureTree implements AutoCloseable {
  private static final Set<String> PICTURES = Set.of("png", "tif", "tiff", "jpg", "jpeg", "bmp");
  private static final Set<String> VIDEOS = Set.of("mp4", "mov", "avi", "mkv", "webm", "m4v");
  private static final int NAMES_SHOWN = 10;

  private final Path folder;
  private final Map<String, SetPicture> pictures;
  private Optional<Path> openFile = Optional.empty();
  private Optional<IndexedVideo> openVideo = Optional.empty();

  private PictureTree(Path folder, Map<String, SetPicture> pictures) {
    this.folder = folder;
    this.pictures = pictures;
  }

  /**
   * Lists a folder; of each video, its frames.
   *
   * @throws MattingException if there is none, or no picture in it
   */
  static PictureTree read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new MattingException("There is no folder " + folder + ": check the data set's layout");
    }
    Map<String, SetPicture> pictures = new TreeMap<>(new NaturalOrder());
    for (Path file : files(folder)) {
      String name = nameOf(folder, file);
      if (PICTURES.contains(extension(file))) {
        pictures.putIfAbsent(name, new SetPicture.Still(file));
      } else if (VIDEOS.contains(extension(file))) {
        addFrames(pictures, name, file);
      }
    }
    if (pictures.isEmpty()) {
      throw new MattingException(
          "Folder " + folder + " has no picture, expected PNG, TIFF, JPEG or BMP files, or videos");
    }
    return new PictureTree(folder, pictures);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static void addFrames(Map<String, SetPicture> pictures, String name, Path file)
      throws IOException {
    VideoIndex index = VideoIndex.of(file, ProgressListener.NONE, new Cancellation());
    for (int frame = 0; frame < index.frameCount(); frame++) {
      pictures.putIfAbsent(
          String.format(Locale.ROOT, "%s/%05d", name, frame + 1),
          new SetPicture.VideoFrame(file, index, frame));
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String nameOf(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    int dot = path.lastIndexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  Path folder() {
    return folder;
  }

  /** All pictures, in order. */
  List<String> names() {
    return List.copyOf(pictures.keySet());
  }

  /** What a picture is in, for messages. */
  String place(String name) {
    SetPicture picture = pictures.get(name);
    return picture instanceof SetPicture.VideoFrame of
        ? picture.file() + ", frame " + (of.frame() + 1)
        : picture.file().toString();
  }

  /**
   * Reads a picture.
   *
   * @return a new frame
   * @throws MattingException if its file is damaged
   */
  Frame read(String name) throws IOException {
    return pictures.get(name) instanceof SetPicture.VideoFrame frame
        ? copy(video(frame).read(frame.frame()))
        : ImageFile.read(pictures.get(name).file());
  }

  private IndexedVideo video(SetPicture.VideoFrame frame) throws IOException {
    if (openVideo.isEmpty() || !openFile.equals(Optional.of(frame.file()))) {
      close();
      openVideo =
          Optional.of(
              IndexedVideo.open(
                  frame.file(), frame.index(), DecodeOptions.AS_IS, Optional.empty()));
      openFile = Optional.of(frame.file());
    }
    return openVideo.get();
  }

  private static Frame copy(Frame shared) {
    FrameFormat format = shared.format();
    Frame own = Frame.allocate(format);
    own.pixels().put(shared.pixels());
    return own;
  }

  /**
   * The same with each picture whose name is that of a video of {@code videos} as every frame of
   * it: one plate for a whole recording.
   */
  PictureTree spreadOver(PictureTree videos) {
    Map<String, SetPicture> spread = new TreeMap<>(new NaturalOrder());
    spread.putAll(pictures);
    for (String name : videos.names()) {
      int slash = name.lastIndexOf('/');
      String video = slash < 0 ? "" : name.substring(0, slash);
      if (pictures.containsKey(video) && !videos.pictures.containsKey(video)) {
        spread.remove(video);
        spread.put(name, pictures.get(video));
      }
    }
    return new PictureTree(folder, spread);
  }

  /**
   * Refuses another folder whose pictures are not of the same names.
   *
   * @throws MattingException naming those that have no partner
   */
  void requireSameNames(PictureTree other) {
    Set<String> alone = new TreeSet<>(new NaturalOrder());
    pictures.keySet().stream()
        .filter(name -> !other.pictures.containsKey(name))
        .forEach(alone::add);
    other.pictures.keySet().stream()
        .filter(name -> !pictures.containsKey(name))
        .forEach(alone::add);
    if (!alone.isEmpty()) {
      throw new MattingException(
          alone.size()
              + " pictures are in only one of "
              + folder
              + " and "
              + other.folder
              + ": "
              + String.join(", ", alone.stream().limit(NAMES_SHOWN).toList())
              + (alone.size() > NAMES_SHOWN ? ", ..." : "")
              + ". Both need pictures of the same names");
    }
  }

  /** Closes the video that is open; one that is asked for again is opened anew. */
  @Override
  public void close() {
    openVideo.ifPresent(IndexedVideo::close);
    openVideo = Optional.empty();
    openFile = Optional.empty();
  }
}
