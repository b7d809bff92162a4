package org.cleanplate.imagej.image;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.AxesChoice;
import org.cleanplate.imagej.parameters.AxesChoice.Channels;
import org.cleanplate.imagej.parameters.AxesChoice.Time;

/**
 * Pictures of an image that follow each other in time and are matted as one sequence, at one
 * position along the other axes. Several channels may make up one picture.
 */
public final class StackSeries {
  private final ImagePlus image;
  private final Order order;
  private final boolean colour;
  private final int channel;
  private final int other;
  private final int count;

  /** What comes next. */
  private enum Order {
    ALONG_Z,
    ALONG_T,
    /** The next plane of the stack, whatever it is. */
    ALL
  }

  /**
   * @param channel from 1; 1 if colour
   * @param other the fixed one of z and t, from 1
   * @param count how many series the image has
   */
  private StackSeries(
      ImagePlus image, Order order, boolean colour, int channel, int other, int count) {
    this.image = image;
    this.order = order;
    this.colour = colour;
    this.channel = channel;
    this.other = other;
    this.count = count;
  }

  /**
   * All series of an image, which together hold each of its planes once.
   *
   * @throws MattingException if its channels cannot be colours but shall be
   */
  public static List<StackSeries> of(ImagePlus image, AxesChoice axes) {
    int channels = image.getNChannels();
    boolean colour = colour(image, axes.channels());
    boolean alongZ = axes.time() == Time.AUTO ? image.getNFrames() == 1 : axes.time() == Time.Z;
    Order order = alongZ ? Order.ALONG_Z : Order.ALONG_T;
    int others = alongZ ? image.getNFrames() : image.getNSlices();
    int count = others * (colour ? 1 : channels);
    List<StackSeries> series = new ArrayList<>();
    for (int other = 1; other <= others; other++) {
      for (int channel = 1; channel <= (colour ? 1 : channels); channel++) {
        series.add(new StackSeries(image, order, colour, channel, other, count));
      }
    }
    return series;
  }

  /** Every plane of an image in stack order, for one whose axes do not matter. */
  public static StackSeries whole(ImagePlus image) {
    return new StackSeries(image, Order.ALL, false, 1, 1, 1);
  }

  private static boolean colour(ImagePlus image, Channels choice) {
    int channels = image.getNChannels();
    boolean possible = channels == 2 || channels == 3;
    if (choice == Channels.COLOUR && !possible) {
      throw new MattingException(
          "\""
              + image.getTitle()
              + "\" has "
              + channels
              + (channels == 1 ? " channel" : " channels")
              + ", expected 2 or 3 for channels=colour: leave it out, or write channels=each");
    }
    return choice == Channels.COLOUR || choice == Channels.AUTO && possible && image.isComposite();
  }

  public ImagePlus image() {
    return image;
  }

  /** Whether the channels are the colours of one picture. */
  public boolean isColour() {
    return colour;
  }

  /** Whether one plane holds colour: an RGB image, or bytes seen through a colour table. */
  public boolean isPackedColour() {
    return !colour && StackFormat.of(this).layout().packed();
  }

  /** Planes that make up one picture. */
  public int planesPerPicture() {
    return colour ? image.getNChannels() : 1;
  }

  /** Whether its frames are slices along z. */
  boolean isAlongZ() {
    return order == Order.ALONG_Z;
  }

  /** How many series the image has. */
  public int count() {
    return count;
  }

  public int frameCount() {
    return switch (order) {
      case ALONG_Z -> image.getNSlices();
      case ALONG_T -> image.getNFrames();
      case ALL -> image.getStackSize();
    };
  }

  /** The channel, from 1, that a plane of a picture is; planes are counted from 0. */
  public int channel(int plane) {
    return colour ? plane + 1 : channel;
  }

  /** The slice of a frame, from 1. */
  public int slice(int frame) {
    return order == Order.ALONG_Z ? frame + 1 : other;
  }

  /** The time point of a frame, from 1. */
  public int timePoint(int frame) {
    return order == Order.ALONG_T ? frame + 1 : other;
  }

  /**
   * Where a plane lies in the image's stack, from 1.
   *
   * @param frame from 0
   * @param plane of the picture, from 0
   */
  public int stackIndex(int frame, int plane) {
    return order == Order.ALL
        ? frame + 1
        : image.getStackIndex(channel(plane), slice(frame), timePoint(frame));
  }

  /** How many steps of time a frame comes after the first. */
  int timeStep(int frame) {
    boolean timePoints = order == Order.ALL && image.getNFrames() > 1;
    return timePoints ? image.convertIndexToPosition(frame + 1)[2] - 1 : frame;
  }

  /** Whether a position of the image belongs to this series; a coordinate of 0 stands for all. */
  public boolean contains(int atChannel, int atSlice, int atTimePoint) {
    int fixed = order == Order.ALONG_Z ? atTimePoint : atSlice;
    return order == Order.ALL
        || (fixed == 0 || fixed == other) && (colour || atChannel == 0 || atChannel == channel);
  }

  /** The frame, from 0, at a position of this series; empty if it stands for all. */
  public OptionalLong frameAt(int atSlice, int atTimePoint) {
    int moving = order == Order.ALONG_Z ? atSlice : atTimePoint;
    return moving == 0 ? OptionalLong.empty() : OptionalLong.of(moving - 1L);
  }

  /** What tells this series from the others in a file name: {@code -c2-z007}; empty if alone. */
  public String suffix() {
    if (count == 1) {
      return "";
    }
    StringBuilder suffix = new StringBuilder();
    if (!colour && image.getNChannels() > 1) {
      suffix.append("-c").append(channel);
    }
    boolean alongZ = order == Order.ALONG_Z;
    if ((alongZ ? image.getNFrames() : image.getNSlices()) > 1) {
      suffix.append(String.format(alongZ ? "-t%03d" : "-z%03d", other));
    }
    return suffix.toString();
  }
}
