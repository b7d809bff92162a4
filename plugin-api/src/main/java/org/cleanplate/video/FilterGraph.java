package org.cleanplate.video;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_time_base;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_set_frame_size;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_parameters_set;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avfilter.AVBufferSrcParameters;
import org.bytedeco.ffmpeg.avfilter.AVFilter;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * A chain of the library's filters, for pictures of one kind or for the sound of one stream. Used
 * by one thread.
 */
final class FilterGraph implements AutoCloseable {
  private final String doing;
  private final AVRational outTimeBase;
  private AVFilterGraph graph = avfilter_graph_alloc();
  private AVFrame filtered = av_frame_alloc();
  private AVFilterContext source;
  private AVFilterContext sink;
  private boolean ended;

  private FilterGraph(AVRational outTimeBase, String doing) {
    this.outTimeBase = outTimeBase;
    this.doing = doing;
  }

  /**
   * Opens a chain for pictures.
   *
   * @param steps filters in the library's notation, {@code "bwdif=mode=send_frame"}
   * @param first a picture of the kind that it will be given
   * @param timeBase of the pictures' times, in and out; owned by the caller
   * @param name what messages call the pictures
   */
  static FilterGraph ofPictures(List<String> steps, AVFrame first, AVRational timeBase, String name)
      throws IOException {
    AVBufferSrcParameters parameters =
        av_buffersrc_parameters_alloc()
            .format(first.format())
            .time_base(timeBase)
            .width(first.width())
            .height(first.height())
            .sample_aspect_ratio(first.sample_aspect_ratio())
            .color_space(first.colorspace())
            .color_range(first.color_range());
    FilterGraph chain = new FilterGraph(timeBase, "Cannot filter the frames of " + name);
    return chain.open("buffer", parameters, steps, "buffersink");
  }

  /**
   * Opens a chain for sound.
   *
   * @param steps filters in the library's notation
   * @param decoder that the sound comes from, opened
   * @param timeBase of the times of what is sent; owned by the caller
   * @param outTimeBase of the times of what is received; owned by the caller
   * @param doing the start of messages
   */
  static FilterGraph ofSound(
      List<String> steps,
      AVCodecContext decoder,
      AVRational timeBase,
      AVRational outTimeBase,
      String doing)
      throws IOException {
    AVBufferSrcParameters parameters =
        av_buffersrc_parameters_alloc()
            .format(decoder.sample_fmt())
            .time_base(timeBase)
            .sample_rate(decoder.sample_rate())
            .ch_layout(decoder.ch_layout());
    FilterGraph chain = new FilterGraph(outTimeBase, doing);
    return chain.open("abuffer", parameters, steps, "abuffersink");
  }

  private FilterGraph open(
      String first, AVBufferSrcParameters parameters, List<String> steps, String last)
      throws IOException {
    try {
      source = allocate(first);
      FFmpeg.check(av_buffersrc_parameters_set(source, parameters), doing);
      FFmpeg.check(avfilter_init_str(source, (String) null), doing);
      AVFilterContext end = source;
      for (String step : steps) {
        end = append(end, step);
      }
      sink = append(end, last);
      FFmpeg.check(avfilter_graph_config(graph, null), doing);
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    } finally {
      av_free(parameters);
    }
  }

  /** Has sound given out in pieces of that many samples, but for the last. */
  void samplesAtATime(int samples) {
    av_buffersink_set_frame_size(sink, samples);
  }

  /** Hands a picture or a piece of sound in, which stays the caller's. */
  void send(AVFrame frame) throws IOException {
    FFmpeg.check(av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF), doing);
  }

  /** Nothing follows: {@link #receive} gives out what is left. */
  void sendEnd() throws IOException {
    FFmpeg.check(av_buffersrc_add_frame_flags(source, null, 0), doing);
  }

  /** Whether all was given out. */
  boolean ended() {
    return ended;
  }

  /**
   * What comes out, its time in the time base for it.
   *
   * @return valid until the next call; null if the chain wants more or has ended
   */
  AVFrame receive() throws IOException {
    av_frame_unref(filtered);
    int code = av_buffersink_get_frame(sink, filtered);
    if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
      ended = code == AVERROR_EOF;
      return null;
    }
    FFmpeg.check(code, doing);
    if (filtered.pts() != AV_NOPTS_VALUE) {
      filtered.pts(av_rescale_q(filtered.pts(), av_buffersink_get_time_base(sink), outTimeBase));
    }
    filtered.best_effort_timestamp(filtered.pts());
    return filtered;
  }

  private AVFilterContext append(AVFilterContext last, String step) throws IOException {
    int equals = step.indexOf('=');
    AVFilterContext next = allocate(equals < 0 ? step : step.substring(0, equals));
    FFmpeg.check(avfilter_init_str(next, equals < 0 ? null : step.substring(equals + 1)), doing);
    FFmpeg.check(avfilter_link(last, 0, next, 0), doing);
    return next;
  }

  private AVFilterContext allocate(String filter) throws IOException {
    AVFilter found = avfilter_get_by_name(filter);
    if (found == null || found.isNull()) {
      throw new IOException(doing + ": this FFmpeg has no filter " + filter);
    }
    return avfilter_graph_alloc_filter(graph, found, filter);
  }

  /** Frees all native memory. May be called twice. */
  @Override
  public void close() {
    if (graph != null) {
      avfilter_graph_free(graph);
      graph = null;
      av_frame_free(filtered);
      filtered = null;
    }
  }
}
