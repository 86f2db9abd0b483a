-- A woven chapter as a page: boxes for statements, states for claims, links.
-- Metadata: name, file, scan (the table of scan.lua), certs (a folder).
local here = PANDOC_SCRIPT_FILE:match('^(.*)/') or '.'
local book = dofile(here .. '/common.lua')
local text, escape, state = book.text, book.escape, book.state

local name, source, certs
local chapters, known, is_statement, users, results, figures -- of the table
local counts = {}        -- word: number, of this chapter's claims

local function html(s)
  return pandoc.RawBlock('html', s)
end

-- ---- the table ----

local function read_scan(path)
  local table_of = book.read_scan(path)
  chapters, known = table_of.titles, table_of.known
  is_statement, users = table_of.is_statement, table_of.users
  results, figures = table_of.results, table_of.figures
end

-- An executable theorem may have the id of the statement it tests.
local function anchor(id)
  return is_statement[id] and id .. '.instances' or id
end

local function target(id)
  local k = known[id]
  return k and (k.page == name and '' or k.page .. '.html') .. '#' .. id
end

-- ---- claims ----

local keywords = {law = 1, let = 1, forall = 1, prove = 1, refute = 1,
                  open = 1, theorem = 1, assume = 1, conclude = 1,
                  instance = 1, instances = 1, ensemble = 1}

local function coloured(line)
  local code, comment = line:match('^([^#]*)(#.*)$')
  code = code or line
  local blank, word, rest = code:match('^(%s*)(%a+)(.*)$')
  local shown = word and keywords[word] and
    blank .. '<b>' .. word .. '</b>' .. escape(rest) or escape(code)
  return shown .. (comment and '<i>' .. escape(comment) .. '</i>' or '')
end

local function pre(lines)
  local first, last = 1, #lines
  while first <= last and lines[first]:match('^%s*$') do
    first = first + 1
  end
  while last >= first and lines[last]:match('^%s*$') do
    last = last - 1
  end
  if last < first then
    return ''
  end
  local shown = {}
  for i = first, last do
    table.insert(shown, coloured(lines[i]))
  end
  return '<pre tabindex="0"><code>' .. table.concat(shown, '\n') ..
    '</code></pre>'
end

local function exists(path)
  local f = io.open(path)
  return f ~= nil and f:close()
end

-- The file as it lies beside the pages, and the command that rechecks it.
local function published(file)
  for _, path in ipairs {file, file .. '.gz'} do
    if exists(certs .. '/' .. path) then
      return 'cert/' .. path, 'lyapcert check cert/' .. path
    end
  end
  error('no certificate ' .. certs .. '/' .. file)
end

local function check_row(check)
  local file = (check.command or ''):match('^lyapcert check .-([^/]+)$')
  if not file then
    return '<li><code>' .. escape(check.command or '') .. '</code></li>'
  end
  local path, command = published(file)
  return '<li><a href="' .. escape(path) .. '">' .. escape(file) ..
    '</a><code>' .. escape(command) .. '</code><span class="digest">sha256 ' ..
    escape(check.digest or '') .. '</span></li>'
end

-- Certificates of a theorem's instances lie in one archive.
local function archive_row(id)
  local file = 'cert/' .. id .. '.tar.gz'
  if not exists(certs .. '/' .. id .. '.tar.gz') then
    return ''
  end
  return '<li><a href="' .. file .. '">' .. id .. '.tar.gz</a><code>tar xzf ' ..
    file .. ' &amp;&amp; lyapcert check ' .. id .. '/*.cert</code></li>'
end

-- Digits in the middle of long numbers are left out; the title has them.
local function short(s)
  return (s:gsub('%d+%.%d+', function(number)
    return #number <= 24 and number or
      number:sub(1, 14) .. '…' .. number:sub(-4)
  end))
end

local function claim(piece, s)
  counts[s.word] = (counts[s.word] or 0) + 1
  local id = anchor(s.id)
  local what = text(pandoc.Span(s.what)):gsub('^%s+', '')
  local shown = short(what)
  local rows = {}
  for _, check in ipairs(s.checks) do
    table.insert(rows, check_row(check))
  end
  table.insert(rows, archive_row(s.id))
  for _, file in ipairs(results[s.id] or {}) do
    table.insert(rows, '<li><a href="' .. escape(file) .. '">' ..
      escape(file) .. '</a></li>')
  end
  local full = shown ~= what and
    '<p class="full">' .. escape(what) .. '</p>' or ''
  local against = what:match('against the claim') and ' against' or ''
  return '<div class="claim ' .. s.word .. against .. '" id="' .. id .. '">' ..
    pre(piece.lines) .. '<details><summary>' .. state(s.word) ..
    '<span class="what">' .. escape(shown) .. '</span></summary>' ..
    '<div class="recheck">' .. full .. '<p><a class="id" href="#' .. id ..
    '">' .. s.id .. '</a></p><ul>' .. table.concat(rows) ..
    '</ul></div></details></div>'
end

local function panel(code, states)
  local parts = {'<div class="lyap">'}
  for _, piece in ipairs(book.pieces(code.text)) do
    local s = piece.name and states[piece.name]
    table.insert(parts, s and claim(piece, s) or pre(piece.lines))
  end
  table.insert(parts, '</div>')
  return html(table.concat(parts))
end

-- ---- prose ----

-- Older pandocs know \Big but not \Bigl, which does the same here, and let
-- plain parentheses grow; in braces they do not.
local function plain_parentheses(tex)
  if tex:match('\\sqrt%s*%[') or tex:match('\\\\%s*%[') then
    return tex -- brackets that are no parentheses
  end
  tex = tex:gsub('[%(%)%[%]]', '\1%0')
  for _, grows in ipairs {'left', 'right', 'big', 'Big', 'bigg', 'Bigg'} do
    tex = tex:gsub('(\\' .. grows .. '%s*)\1', '%1')
  end
  return (tex:gsub('\1(.)', '{%1}'))
end

local function math(m)
  m.text = plain_parentheses(m.text:gsub('\\([Bb]igg?)[lr]%f[^%a]', '\\%1'))
  if m.mathtype == 'DisplayMath' then
    return pandoc.Span({m}, {class = 'display', tabindex = '0'})
  end
  local most = m.text:find('\\begin') and 70 or 28
  return #m.text > most and pandoc.Span({m}, {class = 'long'}) or m
end

-- No line ends between a formula and the full stop behind it.
local function keep_stops(inlines)
  local out = pandoc.List()
  for _, x in ipairs(inlines) do
    local last = out[#out]
    local stop = x.t == 'Str' and x.text:match('^[.,;:!?)]+')
    if stop and last and last.t == 'Math' and
       last.mathtype == 'InlineMath' then
      out[#out] = pandoc.Span({last, pandoc.Str(stop)}, {class = 'kept'})
      if #x.text > #stop then
        out:insert(pandoc.Str(x.text:sub(#stop + 1)))
      end
    else
      out:insert(x)
    end
  end
  return out
end

-- Ids in a word become links.
local function refer(str)
  local s, parts, at = str.text, {}, 1
  for from, id, to in s:gmatch('()(' .. book.id_pattern .. ')()') do
    if known[id] then
      if from > at then
        table.insert(parts, pandoc.Str(s:sub(at, from - 1)))
      end
      table.insert(parts, pandoc.Link({pandoc.Str(id)}, target(id), '',
                                      {class = 'ref'}))
      at = to
    end
  end
  if at == 1 then
    return nil
  end
  table.insert(parts, pandoc.Str(s:sub(at)))
  return parts
end

local function file_link(c)
  local other = c.text:match('^theory/%d+%-([%w_-]+)%.md$')
  if other and chapters[other] then
    return pandoc.Link({c}, other .. '.html')
  end
end

-- Appends the block to out, as a page shows it.
local function prose(out, block)
  local shown = pandoc.Div({block}):walk({Inlines = keep_stops}):walk {
    Math = math, Str = refer, Code = file_link,
    Table = function(t)
      return pandoc.Div({t}, {class = 'wide', tabindex = '0'})
    end,
    CodeBlock = function(c)
      return html('<pre class="plain" tabindex="0"><code>' .. escape(c.text) ..
        '</code></pre>')
    end}
  for _, b in ipairs(shown.content) do
    table.insert(out, b)
  end
end

local function user_links(id)
  local list = {}
  for _, user in ipairs(users[id] or {}) do
    table.insert(list, '<a href="' .. user .. '.html">' ..
      escape(chapters[user] or user) .. '</a>')
  end
  return list
end

local function statement_foot(id, functions)
  local notes = {}
  local used = user_links(id)
  if functions then
    table.insert(notes, 'in code: ' .. functions:gsub('[%w_]+',
      '<code>%0</code>'))
  end
  if is_statement[id] and known[id].instances then
    table.insert(notes, '<a href="#' .. id .. '.instances">instances: ' ..
      known[id].instances .. '</a>')
  end
  if #used > 0 then
    table.insert(notes, 'used in ' .. table.concat(used, ', '))
  end
  return #notes > 0 and '<footer>' .. table.concat(notes, ' · ') ..
    '</footer>' or ''
end

-- The statement's blocks: up to its proof, or its first alone.
local function statement_end(blocks, i)
  local last = i
  for j = i + 1, #blocks do
    local b = blocks[j]
    if book.begins_proof(b) then
      return j - 1
    end
    if b.t == 'Header' or b.t == 'CodeBlock' or book.statement(b) then
      return last
    end
    if book.embodied(b) and last == i then
      last = j
    end
  end
  return last
end

local function box(blocks, i, out)
  local kind, id = book.statement(blocks[i])
  local word, last = known[id].word, statement_end(blocks, i)
  local functions = nil
  table.insert(out, html('<section class="statement ' .. word .. '" id="' ..
    id .. '"><header><span class="kind">' .. kind ..
    '</span> <a class="id" href="#' .. id .. '">' .. id .. '</a>' ..
    state(word) .. '</header>'))
  table.remove(blocks[i].content, 1)
  for j = i, last do
    local names = book.embodied(blocks[j])
    if names then
      functions = names
    else
      prose(out, blocks[j])
    end
  end
  -- The line that names functions may stand below the proof.
  for j = last + 1, #blocks do
    if blocks[j].t == 'Header' or book.statement(blocks[j]) then
      break
    end
    functions = functions or book.embodied(blocks[j]) or nil
  end
  table.insert(out, html(statement_foot(id, functions) .. '</section>'))
  return last + 1
end

local function proof(blocks, i, out)
  local last = i
  while last < #blocks and not book.ends_proof(blocks[last]) and
        blocks[last + 1].t ~= 'Header' and
        not book.statement(blocks[last + 1]) do
    last = last + 1
  end
  table.insert(out, html('<div class="proof">'))
  for j = i, last do
    prose(out, blocks[j])
  end
  table.insert(out, html('</div>'))
  return last + 1
end

local function lyap(blocks, i, out)
  local list = blocks[i + 1]
  if not list or list.t ~= 'BulletList' then
    table.insert(out, html('<div class="lyap">' .. pre({blocks[i].text}) ..
      '</div>'))
    return i + 1
  end
  local states, others = book.states(list)
  table.insert(out, panel(blocks[i], states))
  if #others > 0 then
    prose(out, pandoc.BulletList(others))
  end
  return i + 2
end

local function body(blocks)
  local out, i = {}, 1
  while i <= #blocks do
    local b = blocks[i]
    if book.statement(b) then
      i = box(blocks, i, out)
    elseif book.begins_proof(b) then
      i = proof(blocks, i, out)
    elseif b.t == 'CodeBlock' and b.classes[1] == 'lyap' then
      i = lyap(blocks, i, out)
    elseif book.embodied(b) then
      i = i + 1
    else
      prose(out, b)
      i = i + 1
    end
  end
  return out
end

-- ---- the page ----

local function head(uses)
  local from = {}
  for _, id in ipairs(uses or {}) do
    id = text(id)
    table.insert(from, target(id) and '<a class="ref" href="' .. target(id) ..
      '">' .. id .. '</a>' or id)
  end
  local shown = '<div class="summary">' .. book.counts(counts)
  if #from > 0 then
    shown = shown .. '<p>uses ' .. table.concat(from, ', ') .. '</p>'
  end
  return html(shown .. '<p>recheck this chapter: <code>lyapcert verify ' ..
    escape(source) .. '</code></p></div>')
end

function Pandoc(doc)
  name, source = text(doc.meta.name), text(doc.meta.file)
  certs = text(doc.meta.certs)
  read_scan(text(doc.meta.scan))
  for i, block in ipairs(doc.blocks) do
    if block.t == 'CodeBlock' and block.classes[1] == 'lyap' and
       doc.blocks[i + 1] and doc.blocks[i + 1].t == 'BulletList' then
      for _, s in pairs((book.states(doc.blocks[i + 1]))) do
        if is_statement[s.id] then
          known[s.id].instances = s.word
        end
      end
    end
  end
  local out = body(doc.blocks)
  for i, block in ipairs(out) do
    if block.t == 'Header' and block.level == 1 then
      table.insert(out, i + 1, head(doc.meta.uses))
      break
    end
  end
  book.add_figures(out, figures[name])
  return pandoc.Pandoc(out, doc.meta)
end
