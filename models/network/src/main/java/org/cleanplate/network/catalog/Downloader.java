package org.cleanplate.network.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.logging.log4j.LogManager;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;
import org.cleanplate.network.weights.WholeFile;

/**
 * Fetches a file over HTTP into a folder. It grows under the name {@code FILE.part}, which outlives
 * an interruption: the next attempt asks for the rest. Only a file of the right digest gets its
 * final name.
 */
final class Downloader {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final long POLL_MILLIS = 100;

  private final Duration stallLimit;

  /**
   * @param stallLimit how long to wait while no byte comes in
   */
  Downloader(Duration stallLimit) {
    this.stallLimit = stallLimit;
  }

  /**
   * Fetches and verifies a file.
   *
   * @return the file, or empty if it was cancelled or the thread interrupted; what came in so far
   *     is kept then
   * @throws MattingException if the server has no such file, the connection fails, or size or
   *     digest are wrong
   */
  Optional<Path> fetch(
      URI url,
      PublishedFile published,
      Path folder,
      TransferListener listener,
      BooleanSupplier cancelled) {
    Path target = folder.resolve(published.fileName());
    Path part = folder.resolve(published.fileName() + ".part");
    try {
      Files.createDirectories(folder);
      boolean complete = transfer(url, published, part, listener, cancelled);
      if (!complete) {
        return Optional.empty();
      }
      verify(url, published, part);
      WholeFile.move(part, target);
      return Optional.of(target);
    } catch (IOException e) {
      throw new MattingException(
          "Cannot download "
              + url
              + ": "
              + reason(e)
              + ". What came in so far is kept; try again to go on from there",
          e);
    }
  }

  private boolean transfer(
      URI url,
      PublishedFile published,
      Path part,
      TransferListener listener,
      BooleanSupplier cancelled)
      throws IOException {
    long present = sizeOf(part);
    AtomicLong total = new AtomicLong(published.sizeBytes().orElse(-1));
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (present > 0) {
      LogManager.getLogger(Downloader.class)
          .info("Going on with {} after {} bytes", part.getFileName(), present);
      request.header("Range", "bytes=" + present + "-");
    }
    CompletableFuture<HttpResponse<Path>> exchange =
        newClient().sendAsync(request.build(), into(part, present, total));
    Optional<HttpResponse<Path>> response = await(exchange, part, total, listener, cancelled);
    if (response.isEmpty()) {
      return false;
    }
    int status = response.get().statusCode();
    if (status == RANGE_NOT_SATISFIABLE && present > 0) {
      // All of it was here already, or it is of another file: the digest tells.
      return true;
    }
    if (status != OK && status != PARTIAL_CONTENT) {
      throw new MattingException(
          "Cannot download "
              + url
              + ": the server answered "
              + status
              + ". Check the address, or download "
              + published.fileName()
              + " in a browser and import it");
    }
    listener.transferred(Files.size(part), total.get());
    return true;
  }

  /** Made when it is needed: with its TLS, and with the logger, it takes half a second. */
  private HttpClient newClient() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(stallLimit)
        .build();
  }

  /** Appends to the part what continues it; starts it anew with what is the whole file. */
  private static BodyHandler<Path> into(Path part, long present, AtomicLong total) {
    return info -> {
      if (info.statusCode() == PARTIAL_CONTENT && startsAt(info.headers(), present)) {
        contentLength(info).ifPresent(rest -> total.set(present + rest));
        return BodySubscribers.ofFile(part, options(StandardOpenOption.APPEND));
      }
      if (info.statusCode() == OK) {
        contentLength(info).ifPresent(total::set);
        return BodySubscribers.ofFile(part, options(StandardOpenOption.TRUNCATE_EXISTING));
      }
      return BodySubscribers.replacing(part);
    };
  }

  private static OpenOption[] options(OpenOption last) {
    return new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.WRITE, last};
  }

  private static OptionalLong contentLength(ResponseInfo info) {
    return info.headers().firstValueAsLong("Content-Length");
  }

  private static boolean startsAt(HttpHeaders headers, long offset) {
    return headers
        .firstValue("Content-Range")
        .map(range -> range.startsWith("bytes " + offset + "-"))
        .orElse(false);
  }

  private Optional<HttpResponse<Path>> await(
      CompletableFuture<HttpResponse<Path>> exchange,
      Path part,
      AtomicLong total,
      TransferListener listener,
      BooleanSupplier cancelled)
      throws IOException {
    StallWatch watch = new StallWatch(stallLimit);
    while (true) {
      try {
        return Optional.of(exchange.get(POLL_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (cancelled.getAsBoolean()) {
          exchange.cancel(true);
          return Optional.empty();
        }
        long size = sizeOf(part);
        listener.transferred(size, total.get());
        Optional<String> problem = watch.problem(size);
        if (problem.isPresent()) {
          exchange.cancel(true);
          throw new IOException(problem.get(), e);
        }
      } catch (InterruptedException e) {
        exchange.cancel(true);
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException failure
            ? failure
            : new IOException(reason(e.getCause()), e);
      }
    }
  }

  private static long sizeOf(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  private static void verify(URI url, PublishedFile published, Path part) throws IOException {
    long size = Files.size(part);
    String sha256 = Sha256.of(part);
    if (published.sizeBytes().orElse(size) != size || !sha256.equals(published.sha256())) {
      Files.delete(part);
      throw new MattingException(
          url
              + " gave "
              + size
              + " bytes of SHA-256 "
              + sha256
              + ", expected "
              + (published.sizeBytes().isPresent()
                  ? published.sizeBytes().getAsLong() + " bytes of "
                  : "")
              + published.sha256()
              + ": the file is not the published one and was deleted. Try again");
    }
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
