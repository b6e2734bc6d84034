# syntax=docker/dockerfile:1

# Packages that run MGE, without those that only test it, and its programs in one file each. No package runs a script of its own.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts
COPY src ./src
COPY scripts/build-server.ts ./scripts/
RUN node --import tsx scripts/build-server.ts

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    MGE_DATA=/data
WORKDIR /app

# Owned by root, run by `node`: the program cannot change itself. Only the data folder is its own.
COPY --from=packages /app/node_modules ./node_modules
COPY --from=packages /app/dist ./dist
COPY package.json app.yml LICENSE ./
RUN mkdir /data && chown node:node /data
VOLUME /data

USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Server and worker in one process; for more, run `dist/server.js` and `dist/worker.js` apart.
CMD ["node", "--enable-source-maps", "dist/start.js"]
