package org.cleanplate.network.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one file on this machine, with the faults a server may have. */
final class ModelServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final byte[] file;
  private final List<String> ranges = new CopyOnWriteArrayList<>();
  private boolean ranged = true;
  private int breakAfter = Integer.MAX_VALUE;
  private int stallAfter = Integer.MAX_VALUE;

  ModelServer(String name, byte[] file) throws IOException {
    this.file = file;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/release/" + name, this::serve);
    server.start();
  }

  URI release() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/release/");
  }

  /** The Range header of each request so far; "" where there was none. */
  List<String> ranges() {
    return ranges;
  }

  ModelServer withoutRanges() {
    ranged = false;
    return this;
  }

  /** Cuts the connection after some bytes of the answer. */
  ModelServer breakingAfter(int bytes) {
    breakAfter = bytes;
    return this;
  }

  /** Sends some bytes of the answer, and then nothing more. */
  ModelServer stallingAfter(int bytes) {
    stallAfter = bytes;
    return this;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "" : range);
    int start = 0;
    int status = 200;
    if (range != null && ranged) {
      start = Integer.parseInt(range.replaceAll("[^0-9]", ""));
      if (start >= file.length) {
        exchange.sendResponseHeaders(416, -1);
        exchange.close();
        return;
      }
      status = 206;
      String content = "bytes " + start + "-" + (file.length - 1) + "/" + file.length;
      exchange.getResponseHeaders().set("Content-Range", content);
    }
    exchange.sendResponseHeaders(status, file.length - start);
    int length = Math.min(file.length - start, Math.min(breakAfter, stallAfter));
    OutputStream body = exchange.getResponseBody();
    body.write(file, start, length);
    body.flush();
    if (stallAfter < Integer.MAX_VALUE) {
      awaitClose();
    }
    exchange.close();
  }

  private void awaitClose() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
