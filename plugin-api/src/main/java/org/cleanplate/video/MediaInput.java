package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.cleanplate.MattingException;

/** A media file opened for reading. */
final class MediaInput implements AutoCloseable {
  static {
    FFmpeg.init();
  }

  /** What an address that the user names may lead to. */
  private static final String STREAM_PROTOCOLS =
      "file,tcp,udp,rtp,rtsp,rtmp,srt,tls,http,https,httpproxy,crypto,hls";

  private final AVFormatContext context = new AVFormatContext(null);

  private MediaInput() {}

  /**
   * Opens a file and finds out what streams it has.
   *
   * @throws MattingException if it is no media file
   */
  static MediaInput open(Path file) {
    MediaInput input = new MediaInput();
    AVDictionary options = new AVDictionary(null);
    // A playlist that poses as a video must not reach out to the network.
    av_dict_set(options, "protocol_whitelist", "file", 0);
    int code = avformat_open_input(input.context, file.toAbsolutePath().toString(), null, options);
    av_dict_free(options);
    if (code >= 0) {
      code = avformat_find_stream_info(input.context, (AVDictionary) null);
    }
    if (code < 0) {
      input.close();
      throw new MattingException(
          file.getFileName()
              + " cannot be read as a video ("
              + FFmpeg.reason(code)
              + "): it is no video, or it was cut off before its index was written; copy it again"
              + " or choose another file");
    }
    return input;
  }

  /**
   * Opens a device or a stream. The network is reached only for an address that was asked for.
   *
   * @throws MattingException if there is no such input, or devices are not supported here
   */
  static MediaInput open(LiveInput live) {
    AVInputFormat format = live.format().map(MediaInput::device).orElse(null);
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "protocol_whitelist", live.isStream() ? STREAM_PROTOCOLS : "file", 0);
    av_dict_set(options, "fflags", "nobuffer", 0);
    live.size().ifPresent(size -> av_dict_set(options, "video_size", size, 0));
    live.framesPerSecond()
        .ifPresent(rate -> av_dict_set(options, "framerate", Double.toString(rate), 0));
    MediaInput input = new MediaInput();
    int code = avformat_open_input(input.context, live.name(), format, options);
    av_dict_free(options);
    if (code >= 0) {
      code = avformat_find_stream_info(input.context, (AVDictionary) null);
    }
    if (code < 0) {
      input.close();
      throw new MattingException(
          "Cannot open "
              + live.name()
              + live.format().map(name -> " (" + name + ")").orElse("")
              + ": "
              + FFmpeg.reason(code)
              + "; check its name, its size and rate, and whether another program uses it");
    }
    return input;
  }

  private static AVInputFormat device(String name) {
    try {
      avdevice_register_all();
    } catch (LinkageError e) {
      throw new MattingException(
          "Devices cannot be read here, as a library that FFmpeg needs for them is missing ("
              + e.getMessage()
              + "): install it, or give a file, a stream, or format="
              + LiveInput.LAVFI,
          e);
    }
    AVInputFormat format = av_find_input_format(name);
    if (format == null || format.isNull()) {
      throw new MattingException(
          "FFmpeg knows no format \""
              + name
              + "\" here, expected "
              + LiveInput.cameraFormat()
              + " for a camera, or "
              + LiveInput.LAVFI);
    }
    return format;
  }

  /** Owned by this input. */
  AVFormatContext context() {
    return context;
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (!Pointer.isNull(context)) {
      avformat_close_input(context);
    }
  }
}
